"""The case data: a form that is read as it is typed, with a quiet word under each field that has been left."""

from functools import partial

from textual import events, on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from hallbarhet import settings
from hallbarhet.assessment.gaps import required_case_fields
from hallbarhet.assessment.shown import casechecks, caseform
from hallbarhet.assessment.shown.caseform import OWN, UnreadableError
from hallbarhet.checklist.model import CaseField
from hallbarhet.texts import case_checks as check_texts
from hallbarhet.texts import tui_case as texts
from hallbarhet.tui.places import Place
from hallbarhet.tui.plain import plain
from hallbarhet.tui.screens.page import Page
from hallbarhet.tui.widgets.choices import Alternative, Choices
from hallbarhet.tui.widgets.fields import Field, Line, Typed
from hallbarhet.tui.widgets.labelled import Labelled

OFFICER = "handlaggare"
DRAFT = "arende "
"""Before the key of a field whose words cannot be read yet, among the desk's drafts."""

SUGGESTING = ("kommuner", "beslut_utfall")
"""Fields that say what the words may go on to say."""


class CasePage(Page):
    """What is applied for, by whom and where, and what was decided."""

    _told: frozenset[str] = frozenset()
    """The fields whose fault has been told, so that it does not stand in the way twice."""

    def body(self) -> ComposeResult:
        """One line per field."""
        with VerticalScroll(id="page", can_focus=False):
            yield Static(texts.INTRO, classes="quiet", markup=False)
            for key in caseform.KEYS:
                yield Labelled(texts.LABELS[key], key, hint=texts.HINTS.get(key, ""), id=f"f-{key}")
            for field in self.session.checklist.rules.case_fields:
                yield Labelled(field.text, f"{OWN}{field.id}", id=f"f-eget-{field.id}")
            yield Labelled(texts.LABELS[OFFICER], OFFICER, hint=texts.HINTS[OFFICER], id=f"f-{OFFICER}")
            yield Static(texts.SUPPORT_FORM, classes="label", markup=False)
            yield Choices(id="support-form")
            if self.session.checklist.header.introduction:
                yield Static(texts.INTRODUCTION, classes="label", markup=False)
                yield Static(plain(self.session.checklist.header.introduction.strip()), id="introduction")
            yield Static(check_texts.DECISION, classes="label", markup=False)
            yield Static(check_texts.DECISION_INTRO, classes="quiet", markup=False)
            for key in caseform.DECISION_KEYS:
                label, hint = check_texts.DECISION_LABELS[key], check_texts.DECISION_HINTS[key]
                yield Labelled(label, key, hint=hint, id=f"f-{key}")

    def show(self, place: Place) -> None:
        """Show what is known."""
        assessment = self.session.assessment
        rows = [*self.query(Labelled)]
        for row in rows:
            key = row.line.key
            known = assessment.header.officer if key == OFFICER else caseform.shown(assessment.case, key)
            row.line.load(self.desk.drafts.get(DRAFT + key, known))
            if key in SUGGESTING:
                row.line.suggest = partial(casechecks.suggested, key)
        self._load_support_form()
        wanted = next((row for row in rows if row.line.key == place.field), None)
        if place.field == "stodform":
            self.query_one("#support-form", Choices).focus()
        else:
            (wanted or self._first_to_fill(rows)).line.focus()
        self._remark()

    def _first_to_fill(self, rows: list[Labelled]) -> Labelled:
        """Of a draft the first empty field; of a finished assessment the decision, which is all that can be written."""
        first_key = caseform.DECISION_KEYS[0] if self.session.is_complete else caseform.KEYS[0]
        first = next(row for row in rows if row.line.key == first_key)
        empty = (row for row in rows[rows.index(first) :] if not row.line.words.strip())
        return next((row for row in empty if self._is_asked(row.line.key)), first)

    def _is_asked(self, key: str) -> bool:
        """Whether a field is one to fill in now: the decision only when there is something to decide on."""
        return self.session.is_complete or key not in caseform.DECISION_KEYS

    @property
    def place_words(self) -> str:
        """The case data, for which checklist."""
        return f"{texts.TITLE} · {self.session.checklist.header.title}"

    @property
    def _own(self) -> dict[str, CaseField]:
        return {entry.id: entry for entry in self.session.checklist.rules.case_fields}

    def _load_support_form(self) -> None:
        chosen = self.session.assessment.case.support_form
        known = {form.id: form.name for form in settings.load(self.desk.archive).support_forms}
        offered = self.session.checklist.header.support_forms or tuple(known)
        if chosen and chosen not in offered:
            offered = (*offered, chosen)
        alternatives = [
            Alternative(id_, str(number) if number <= 9 else "", known.get(id_, id_))  # noqa: PLR2004  (digits)
            for number, id_ in enumerate(offered, 1)
        ]
        self.query_one("#support-form", Choices).load(alternatives, frozenset({chosen} if chosen else ()))

    # Writing

    def written(self, field: Field) -> None:
        """Take in what can be read; the rest is put aside as it was typed."""
        session, key = self.session, field.key
        if key == OFFICER:
            session.set_officer(field.words.strip())
            return
        try:
            value = caseform.read(key, field.words, self._own)
        except UnreadableError:
            self.desk.drafts[DRAFT + key] = field.words
            return
        self.desk.drafts.pop(DRAFT + key, None)
        session.describe_case(caseform.with_value(session.assessment.case, key, value))

    def flush(self) -> None:
        """Take in everything that is written, and say what there is to say about it."""
        super().flush()
        self._remark()

    @on(events.DescendantBlur)
    def _left(self) -> None:
        self.call_later(self._remark)

    @on(Typed)
    def _show_choices(self, event: Typed) -> None:
        """While a kommun is being written: the names that begin so."""
        event.stop()
        for row in self.query(Labelled):
            if row.line is event.field and row.line.has_focus:
                row.note(casechecks.choices(row.line.key, row.line.words))
                row.add_class("-choosing")

    def _remark(self) -> None:
        """A quiet word under each field that nobody is writing in. What is right now is no longer called wrong."""
        case, own = self.session.assessment.case, self._own
        for row in self.query(Labelled):
            key, words = row.line.key, row.line.words
            if row.line.has_focus or row.line.is_pending or key == OFFICER:
                continue
            sentence = casechecks.remark(key, words, case, own)
            if not sentence and words.strip():
                row.complain("")
            row.remove_class("-choosing")
            row.note(sentence)

    @on(Labelled.Grown)
    def _keep_in_sight(self, event: Labelled.Grown) -> None:
        """What is said above the field that is written in may have pushed it down."""
        event.stop()
        if isinstance(self.focused, Line):
            self.focused.scroll_visible(animate=False)

    @on(Choices.Chosen, "#support-form")
    def _choose_form(self, event: Choices.Chosen) -> None:
        event.stop()
        self.flush()
        case = self.session.assessment.case
        if self.attempt(lambda: self.session.describe_case(case.model_copy(update={"support_form": event.id}))):
            self.keep()
            self._load_support_form()

    @on(Choices.Passed, "#support-form")
    def _pass(self) -> None:
        self.action_go_on()

    @on(Input.Submitted)
    def _next_field(self, event: Input.Submitted) -> None:
        """Enter goes to the next field, and on from the last one."""
        event.stop()
        lines = [row.line for row in self.query(Labelled)]
        index = lines.index(event.input) if isinstance(event.input, Line) and event.input in lines else len(lines)
        follower = lines[index + 1] if index + 1 < len(lines) else None
        if follower is not None and self._is_asked(follower.key):
            follower.focus()
        elif not self.session.assessment.case.support_form:
            self.query_one("#support-form", Choices).focus()
        else:
            self.action_go_on()

    # Going on

    def action_go_on(self) -> None:
        """On to the questions. What cannot be read stops; what is only missing or doubtful is told once."""
        self.flush()
        first = self._complain()
        told = frozenset(row.line.key for row in self.query(Labelled) if row.has_class("-wrong"))
        unread = any(DRAFT + key in self.desk.drafts for key in told)
        if first is not None and (unread or not told <= self._told):
            self._told = told
            first.stop_here()
            return
        super().action_go_on()

    def _complain(self) -> Labelled | None:
        """Say at each field what is wrong; the first of them."""
        required = {*required_case_fields(self.session.checklist), OFFICER}
        first = None
        for row in self.query(Labelled):
            key = row.line.key
            sentence = caseform.complaint(key, row.line.words, self._own, required=key in required, label=row.label)
            if key == "projekt_slut" and not sentence:
                sentence = casechecks.order_fault(self.session.assessment.case)
            if self.session.is_complete and key not in caseform.DECISION_KEYS:
                sentence = ""  # it is sealed; opening it again is another step
            row.complain(sentence)
            if sentence and first is None:
                first = row
        return first
