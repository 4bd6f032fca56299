"""An open case in the line mode: the session, how it is kept, and the conversation about it."""

from collections.abc import Callable
from pathlib import Path

from hallbarhet.assessment import presence
from hallbarhet.assessment.conflicts import conflict_title
from hallbarhet.assessment.keeper import Keeper
from hallbarhet.assessment.logbook import note
from hallbarhet.assessment.meanwhile import what_differs
from hallbarhet.assessment.rescue import rescue
from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.errors import ChangedOnDiskError, HallbarhetError, NotSavedError
from hallbarhet.linemode.lines import Lines
from hallbarhet.linemode.overview import overview_lines, step_numbered
from hallbarhet.linemode.turns import Back, GoTo, Leave, Skip, Undo
from hallbarhet.texts import linemode as texts
from hallbarhet.texts import swedish


class Desk:
    """What every step of the conversation needs."""

    def __init__(self, session: AssessmentSession, keeper: Keeper, lines: Lines, *, archive: Path) -> None:
        self.session = session
        self.keeper = keeper
        self.lines = lines
        self.archive = archive
        self.fault: NotSavedError | None = None
        """Why the last change is not on disk; None when it is."""
        self.help = ""
        """What the question mark says about where one is."""
        self._noted: Path | None = keeper.path

    def say(self, *told: str) -> None:
        """Say something; empty texts are left out."""
        self.lines.say(*(text for text in told if text))

    # Asking

    def ask(self, prompt: str, hint: str = "") -> str:
        """One line that is an answer; the words that work everywhere are met here."""
        self.say(hint)
        while True:
            words = self.lines.read(prompt).strip()
            if self.lines.was_cut:
                self.say(texts.line_cut(len(words)))
            if not self._is_met(words):
                return words

    def ask_or_keep(self, prompt: str, hint: str = "") -> str:
        """The same where the answer may be left as it is: `hoppa` is the empty line."""
        try:
            return self.ask(prompt, hint)
        except Skip:
            return ""

    def ask_words(self, label: str, now: str, take: Callable[[str], None]) -> bool:
        """Several lines of words, kept; whether anything was written. An empty line keeps what is there."""
        self.say(label, texts.stands(now) if now else "")
        hints = (texts.DONE_WITH, f"{texts.KEEP} {texts.CLEAR_HINT.capitalize()}" if now else texts.OR_NOTHING)
        first = self.ask_or_keep(texts.TEXT, " ".join(hints))
        if not first or first == ".":
            return False
        words = "" if first.lower() in texts.CLEAR else self.lines.read_on(first)
        return self.change(lambda: take(words))

    def ask_line(self, label: str, now: str, take: Callable[[str], None], hint: str = "") -> bool:
        """One line of words, kept; whether anything was written."""
        words = self.ask_or_keep(texts.current(label, now), hint)
        if not words:
            return False
        return self.change(lambda: take("" if words.lower() in texts.CLEAR else words))

    def _is_met(self, words: str) -> bool:
        """Whether the words were one of those that work everywhere; many of them unwind the question."""
        said = words.lower()
        for known, turn in ((texts.BACK, Back), (texts.UNDO, Undo), (texts.SKIP, Skip), (texts.LEAVE, Leave)):
            if said in known:
                raise turn
        first, _, rest = said.partition(" ")
        if first in texts.GO and rest:
            self._go(rest.strip())
        elif said in texts.OVERVIEW:
            self.say(*overview_lines(self.session))
        elif said in texts.HELP:
            self.say(self.help, texts.EVERYWHERE, texts.WORDS_ONLY_FIRST)
        elif said in texts.RETRY:
            self.keep()
        elif said in texts.COPY:
            self.keep_beside()
        elif said in texts.DIFFERENCE:
            self._tell_difference()
        else:
            return False
        return True

    def _go(self, number: str) -> None:
        step = step_numbered(self.session, number)
        if step is not None:
            raise GoTo(step)
        self.say(texts.no_such_row(number))

    # Changing

    def change(self, act: Callable[[], None], told: Callable[[], str] | str = "") -> bool:
        """Change something and keep it; say in a sentence why when it is not allowed."""
        before = {conflict.id for conflict in self.session.outcome.open_conflicts}
        try:
            act()
        except HallbarhetError as fault:
            self.say(str(fault))
            return False
        self.keep(told if isinstance(told, str) else told())
        self._tell_new_conflicts(before)
        return True

    def _tell_new_conflicts(self, before: set[str]) -> None:
        new = [conflict for conflict in self.session.outcome.open_conflicts if conflict.id not in before]
        handled = self.session.assessment.conflict_by_id
        titles = [
            conflict_title(self.session.checklist, conflict)
            for conflict in new
            if conflict.id not in handled or not handled[conflict.id].own
        ]
        if titles:
            self.say(texts.new_conflicts(titles))

    # Keeping

    def keep(self, told: str = "") -> bool:
        """Put what stands in the session on disk, and say when that was done; or why it was not."""
        try:
            saved_at = self.keeper.keep()
        except NotSavedError as fault:
            is_news = self.fault is None
            self.fault = fault
            note("andrad_av_annan" if isinstance(fault, ChangedOnDiskError) else "ej_sparat")
            comfort = texts.CHANGED_COMFORT if isinstance(fault, ChangedOnDiskError) else texts.NOT_SAVED_COMFORT
            self.say(f"{told} {texts.not_saved(str(fault))}".strip(), comfort if is_news else "")
            return False
        self.fault = None
        self.say(f"{told} {texts.saved(swedish.clock(saved_at))}".strip())
        self._tell_presence()
        return True

    def keep_beside(self) -> None:
        """Put a copy next to a record that somebody else changed."""
        if self.fault is None:
            self.say(texts.NOT_CHANGED)
            return
        try:
            path = self.keeper.keep_beside()
        except NotSavedError as fault:
            self.say(texts.not_saved(str(fault)))
            return
        self.fault = None
        self.say(texts.saved_copy(path.name))
        self._tell_presence()

    def _tell_difference(self) -> None:
        path = self.keeper.path
        self.say(*(what_differs(path, self.session.assessment) if path is not None else (texts.NOT_CHANGED,)))

    def _tell_presence(self) -> None:
        path = self.keeper.path
        if path == self._noted or path is None:
            return
        if self._noted is not None:
            presence.withdraw(self._noted)
        presence.announce(path, self.session.officer, self.session.clock())
        self._noted = path

    def rescue(self) -> bool:
        """Put what is not in the archive where it can be written, and say where."""
        saved = rescue(self.session.assessment)
        note("raddat" if saved else "ej_sparat")
        self.say(texts.rescued(str(saved)) if saved else texts.NOT_RESCUED)
        self.fault = None
        return saved is not None

    def close(self) -> None:
        """Let others see that the case is no longer open here. What is not on disk is put where it can be."""
        if self.fault is not None:
            self.rescue()
        if self._noted is not None:
            presence.withdraw(self._noted)
            self._noted = None
