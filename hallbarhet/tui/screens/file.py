"""Ready for the file: the text for the tjänsteskrivelse and the conditions, to copy or to save."""

from collections.abc import Mapping
from types import MappingProxyType

from textual import on

from hallbarhet.assessment.personal import find_personal
from hallbarhet.assessment.shown.finding_out import as_text, to_find_out
from hallbarhet.errors import NotSavedError
from hallbarhet.texts import memo as texts
from hallbarhet.texts import tui as case_texts
from hallbarhet.tui.handing import copy, save_text
from hallbarhet.tui.places import Place
from hallbarhet.tui.screens.reading import ReadingPage
from hallbarhet.tui.widgets.choices import Choices


class FilePage(ReadingPage):
    """The text as it will be, and where to."""

    def show(self, place: Place) -> None:  # noqa: ARG002  (there is one text)
        """Show the text as it is now."""
        from hallbarhet.report.memo import conditions_text, memo_text  # noqa: PLC0415  (reports come when asked for)

        session, path = self.session, self.desk.keeper.path
        record = path.name if path is not None else ""
        found = to_find_out(session.checklist, session.assessment, session.activity)
        case = session.assessment.case
        self._texts = {
            "text": memo_text(session.checklist, session.assessment, session.outcome, session.activity, record=record),
            "villkor": conditions_text(session.assessment),
            "oklart": as_text(found, case_texts.case_line(case.title, case.diary_number)) if found else "",
        }
        offered = [("text", texts.COPY_MEMO), ("villkor", texts.COPY_CONDITIONS), ("oklart", texts.COPY_OPEN)]
        choices = [(id_, label) for id_, label in offered if self._texts[id_]]
        lead = texts.PERSONAL if find_personal(self._texts["text"]) else texts.INTRO
        self.read(lead, self._texts["text"], [*choices, ("fil", texts.SAVE_FILE)])

    @property
    def place_words(self) -> str:
        """The text for the file."""
        return texts.TITLE

    @on(Choices.Chosen, "#next")
    def _choose(self, event: Choices.Chosen) -> None:
        event.stop()
        if event.id == "fil":
            self._save()
        else:
            self.host.say(copy(self.app, self._texts[event.id]))

    def _save(self) -> None:
        path = self.desk.keeper.path
        if path is None:
            self.host.say(texts.NO_RECORD, trouble=True)
            return
        try:
            saved = save_text(path, texts.MEMO_ENDING, self._texts["text"])
        except NotSavedError as fault:
            self.host.say(str(fault), trouble=True)
        else:
            self.host.say(texts.saved(saved.name))

    _texts: Mapping[str, str] = MappingProxyType({})
