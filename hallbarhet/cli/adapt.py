"""`hallbarhet anpassa`: a draft carried to another checklist, version or support form; shown first."""

import argparse

from hallbarhet.cli import start
from hallbarhet.texts import adapt as texts

TYPE_CHECKING = False  # the name alone tells a type checker; typing is slow to load
if TYPE_CHECKING:
    from hallbarhet.cli.words import Commands


def register(commands: "Commands", summary: str) -> None:
    """Add the command."""
    command = commands.add_parser("anpassa", help=summary, description=summary, epilog=texts.ADAPT_EXAMPLE)
    command.add_argument("post", metavar="POST", help=texts.RECORD)
    command.add_argument("--checklista", metavar="ID|FIL", required=True, help=texts.CHECKLIST)
    command.add_argument("--skriv", action="store_true", help=texts.WRITE)
    start.add_options(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Tell what would happen, and with `--skriv` do it; a finished record is refused."""
    from pathlib import Path

    from hallbarhet.assessment.adapt import adapt, carried_draft
    from hallbarhet.assessment.clock import now
    from hallbarhet.assessment.presence import holder
    from hallbarhet.assessment.records import load
    from hallbarhet.checklist.library import Library
    from hallbarhet.cli.output import give_text, tell
    from hallbarhet.errors import NotAllowedError
    from hallbarhet.review.adapting import adapted_told

    loaded = load(Path(arguments.post))
    assessment, moment = loaded.assessment, now()
    archive = Path(arguments.arkiv) if arguments.arkiv else loaded.path.parent
    if assessment.header.status != "utkast":
        raise NotAllowedError(texts.is_finished(loaded.path))
    library = Library(archive)
    new = library.find(arguments.checklista)
    if new.fingerprint == assessment.checklist.fingerprint:
        tell(texts.SAME_CHECKLIST)
        return 0
    if arguments.skriv and (other := holder(loaded.path, moment)) is not None:
        raise NotAllowedError(texts.is_open(other.sentence))
    old = library.with_fingerprint(assessment.checklist.fingerprint, assessment.checklist.id)
    adapted = adapt(assessment, old, new)
    draft = carried_draft(adapted, assessment, new, who=assessment.header.officer, now=moment)
    for line in adapted_told(adapted, assessment, old, new):
        give_text(line)
    if draft.case.support_form != assessment.case.support_form:
        give_text(texts.support_form(assessment.case.support_form, draft.case.support_form))
    if not arguments.skriv:
        tell(texts.SHOWN_ONLY)
        return 0
    from hallbarhet.assessment.keeper import Keeper
    from hallbarhet.assessment.session import AssessmentSession
    from hallbarhet.assessment.storage import StoredRecord

    keeper = Keeper(archive, AssessmentSession(new, draft, clock=lambda: moment), StoredRecord.of(loaded))
    keeper.keep()
    tell(texts.adapted(keeper.path or loaded.path))
    return 0
