"""The case data: a form that is read as it is typed, and checked only when the officer goes on."""

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from hallbarhet import settings
from hallbarhet.assessment.gaps import required_case_fields
from hallbarhet.assessment.shown import caseform
from hallbarhet.assessment.shown.caseform import OWN, UnreadableError
from hallbarhet.texts import tui_case as texts
from hallbarhet.tui.places import Place
from hallbarhet.tui.plain import plain
from hallbarhet.tui.screens.page import Page
from hallbarhet.tui.widgets.choices import Alternative, Choices
from hallbarhet.tui.widgets.fields import Field, Line
from hallbarhet.tui.widgets.labelled import Labelled

OFFICER = "handlaggare"
DRAFT = "arende "
"""Before the key of a field whose words cannot be read yet, among the desk's drafts."""


class CasePage(Page):
    """What is applied for, by whom and where."""

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

    def show(self, place: Place) -> None:
        """Show what is known."""
        assessment = self.session.assessment
        for row in self.query(Labelled):
            key = row.line.key
            known = assessment.header.officer if key == OFFICER else caseform.shown(assessment.case, key)
            row.line.load(self.desk.drafts.get(DRAFT + key, known))
        self._load_support_form()
        rows = [*self.query(Labelled)]
        wanted = next((row for row in rows if row.line.key == place.field), None)
        empty = next((row for row in rows if not row.line.words.strip()), rows[0])
        (wanted or empty).line.focus()

    @property
    def place_words(self) -> str:
        """The case data, for which checklist."""
        return f"{texts.TITLE} · {self.session.checklist.header.title}"

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
        own = {entry.id: entry for entry in session.checklist.rules.case_fields}
        try:
            value = caseform.read(key, field.words, own)
        except UnreadableError:
            self.desk.drafts[DRAFT + key] = field.words
            return
        self.desk.drafts.pop(DRAFT + key, None)
        session.describe_case(caseform.with_value(session.assessment.case, key, value))

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
        if index + 1 < len(lines):
            lines[index + 1].focus()
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
            first.line.focus()
            return
        super().action_go_on()

    def _complain(self) -> Labelled | None:
        """Say at each field what is wrong; the first of them."""
        own = {entry.id: entry for entry in self.session.checklist.rules.case_fields}
        required = {*required_case_fields(self.session.checklist), OFFICER}
        first = None
        for row in self.query(Labelled):
            key = row.line.key
            sentence = caseform.complaint(key, row.line.words, own, required=key in required, label=row.label)
            if key == "projekt_slut" and not sentence:
                sentence = self._order_complaint()
            row.complain(sentence)
            if sentence and first is None:
                first = row
        return first

    def _order_complaint(self) -> str:
        case = self.session.assessment.case
        if case.starts_on and case.ends_on and case.ends_on < case.starts_on:
            return texts.END_BEFORE_START
        return ""
