"""The run of `hallbarhet omrakna`: every record re-scored, its rows put where they are wanted."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from hallbarhet.assessment.atomic import sweep
from hallbarhet.batch.beside import Beside
from hallbarhet.batch.chunks import Workers
from hallbarhet.batch.listing import record_paths
from hallbarhet.batch.outfitting import Outfitter
from hallbarhet.batch.outputs import Output, OutputForm
from hallbarhet.batch.parts import PartFile
from hallbarhet.batch.remembered import cache_folder
from hallbarhet.batch.rescoring import JSONL, ROWS
from hallbarhet.batch.rescoring import Path as Entry
from hallbarhet.batch.running import rescore, whole_of
from hallbarhet.batch.whole import Whole, as_asked, joined
from hallbarhet.cli.output import give, tell, tell_all
from hallbarhet.cli.progress import Progress
from hallbarhet.errors import NotFoundError
from hallbarhet.texts import cli, rescoring, rescoring_beside, rescoring_resuming


@dataclass(frozen=True)
class Run:
    """What is to be re-scored, and where it goes."""

    outfitter: Outfitter
    roots: Sequence[str]
    workers: Workers | None = None
    """Those that share the work."""
    target: Path | None = None
    form: OutputForm | None = None
    """Of the target."""
    goes_on: bool = False
    """Whether an interrupted run to the same target is gone on with."""
    gives_rows: bool = False
    """Whether every row is given on stdout."""
    beside: Beside | None = None
    remembers: bool = True
    """Whether what is read is kept in the archive for the next time."""
    is_quiet: bool = False
    """Whether nothing is said of an earlier run to the same target."""

    def whole(self) -> Whole:
        """Do it; what is to be said of all records. Raises HallbarhetError, with nothing half-done left in place."""
        output = self._output()
        already = output.done if isinstance(output, PartFile) else 0
        progress = Progress(rescoring.progress, already)
        try:
            progress.begin(lambda: sum(1 for _ in self._entries()))
            whole = self._counted(output, progress)
        except BaseException as error:
            progress.end()
            paused = self._put_away(output, error)
            if isinstance(error, KeyboardInterrupt):
                self._tell_interrupted(progress.done, paused)
            raise
        progress.end()
        return whole

    def _tell_interrupted(self, done: int, paused: int) -> None:
        """`done` records were re-scored, and `paused` of them can be gone on from."""
        tell(rescoring_resuming.interrupted(paused) if paused else rescoring.interrupted(done))
        if self.beside is not None:
            tally = self.beside.tally
            tell(rescoring_beside.written(tally.done, tally.same, tally.left))
        elif not paused:
            tell(rescoring.NO_FILE)

    def _counted(self, output: Output | None, progress: Progress) -> Whole:
        whole = output.whole if isinstance(output, PartFile) else None
        entries = output.rest(self._entries()) if isinstance(output, PartFile) else self._entries()
        cache = cache_folder(self.roots) if self.remembers else None
        forms = self._forms()
        for chunk in rescore(entries, self.outfitter, forms=forms, executor=self.workers, cache=cache):
            if self.beside is not None:
                self.beside.take(chunk.rows)
            if output is not None:
                output.take(chunk)
            if self.gives_rows:
                give(chunk.texts[JSONL].removesuffix("\n"))
            if isinstance(output, PartFile):
                whole = output.whole
            else:
                whole = chunk.part if whole is None else joined((whole, chunk.part))
            progress.add(chunk.count)
        if whole is None:
            raise NotFoundError(cli.nothing_in(Path(self.roots[0])))
        outfitter = self.outfitter
        whole = as_asked(whole_of(whole, outfitter), outfitter.kit.alternatives, outfitter.fingerprint)
        if output is not None:
            output.end(whole)
        return whole

    def _output(self) -> Output | None:
        if self.target is None or self.form is None:
            return None
        sweep(Path(os.path.realpath(self.target)).parent)  # what was half-written by a run that was killed
        if self.form.head is None:
            return self.form.begin(self.target)
        part = PartFile(self.target, self.form, self.outfitter, self.beside)
        told = part.begin(self._entries, goes_on=self.goes_on)
        if not self.is_quiet:
            tell_all(told)
        return part

    def _put_away(self, output: Output | None, error: BaseException) -> int:
        """Leave nothing behind, or what can be gone on with; how many records that is."""
        if output is None:
            return 0
        if isinstance(output, PartFile) and not isinstance(error, NotFoundError):
            return output.pause()
        output.drop()
        return 0

    def _forms(self) -> list[str]:
        wanted = {JSONL} if self.gives_rows else set()
        if self.form is not None and self.form.wants:
            wanted.add(self.form.wants)
        if self.beside is not None:
            wanted.add(ROWS)
        return sorted(wanted)

    def _entries(self) -> Iterator[Entry]:
        return record_paths(self.roots)
