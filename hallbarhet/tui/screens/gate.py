"""A hållplats: what has been seen so far, the gate's own questions, and a decision with a reason that stays."""

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from hallbarhet.assessment.model import GateAnswer, GateDecision
from hallbarhet.assessment.shown.caseform import UnreadableError, read_date
from hallbarhet.assessment.walk import is_triggered
from hallbarhet.checklist.model import Gate
from hallbarhet.texts import tui_gate as texts
from hallbarhet.tui.places import Place
from hallbarhet.tui.plain import plain
from hallbarhet.tui.screens.page import Page
from hallbarhet.tui.seen import notes, seen_rows
from hallbarhet.tui.widgets.choices import Alternative, Choices
from hallbarhet.tui.widgets.fields import Field, Words
from hallbarhet.tui.widgets.labelled import Labelled
from hallbarhet.tui.widgets.rows import Column, Rows

DECISIONS = ("vidare", "tank_om", "avsluta")


class GatePage(Page):
    """One hållplats."""

    IS_SWAPPED = False

    def body(self) -> ComposeResult:
        """From what was seen down to the decision."""
        gate = self.gate
        with VerticalScroll(id="page", can_focus=False):
            yield Static(plain(gate.title), id="question")
            yield Static("", id="effect", classes="quiet", markup=False)
            if gate.legal_basis:
                yield Static(plain(f"{texts.LEGAL}: {gate.legal_basis}"), classes="quiet")
            yield Static(texts.SEEN, classes="label", markup=False)
            yield Rows(Column(share=1), Column(share=1), id="seen")
            yield Static("", id="notes", markup=False)
            yield from self._question_fields()
            if gate.documents:
                yield Static(texts.DOCUMENTS, classes="label", markup=False)
                yield Choices(several=True, id="documents")
            yield Static(texts.DECISION, classes="label", markup=False)
            yield Choices(id="decision")
            yield Static(texts.RATIONALE, id="why", markup=False)
            yield Words(id="rationale", key="motivering")
            yield Labelled(texts.RESPONSIBLE, "ansvarig", id="responsible")
            yield Labelled(texts.DATE, "datum", id="date")

    def _question_fields(self) -> Iterable[Static | Words]:
        if self.gate.questions:
            yield Static(texts.QUESTIONS, classes="label", markup=False)
        for number, question in enumerate(self.gate.questions):
            yield Static(plain(question), classes="gate-question")
            yield Words(id=f"answer-{number}", key=f"fraga {number}")

    # Showing

    @property
    def gate(self) -> Gate:
        """The gate on the desk."""
        return self.session.checklist.gate_by_id[self.desk.here.id]

    @property
    def decision(self) -> GateDecision:
        """What is decided so far."""
        found = self.session.assessment.gate_by_id.get(self.gate.id)
        return found if found is not None else GateDecision(id=self.gate.id)

    def show(self, place: Place) -> None:
        """Show what is written and decided."""
        decision = self.decision
        seen = self.query_one("#seen", Rows)
        seen.load(seen_rows(self.session, self.gate))
        told = notes(self.session, self.gate)
        noted = self.query_one("#notes", Static)
        noted.update(plain("\n".join(told)))
        noted.display = bool(told)
        self.query_one("#effect", Static).update(self._effect_words())
        said = {entry.question: entry.answer for entry in decision.questions}
        for number, question in enumerate(self.gate.questions):
            self.query_one(f"#answer-{number}", Words).load(said.get(question, ""))
        self._load_documents()
        self._load_decision()
        self._focus(place.field)

    def _focus(self, field: str) -> None:
        wanted = {"motivering": "#rationale", "ansvarig": "#responsible Line", "datum": "#date Line",
                  "beslut": "#decision"}.get(field)  # fmt: skip
        if wanted is None:
            wanted = "#answer-0" if self.gate.questions else "#documents" if self.gate.documents else "#decision"
            self.query_one(wanted).focus(scroll_visible=False)
            self.query_one("#page", VerticalScroll).scroll_home(animate=False)
            return
        self.query_one(wanted).focus()

    @property
    def place_words(self) -> str:
        """After which part the gate stands."""
        sections = {section.id: section.title for section in self.session.checklist.sections}
        return sections.get(self.gate.after, "")

    @property
    def overview_row(self) -> str:
        """The gate's row."""
        return f"hallplats {self.gate.id}"

    def _effect_words(self) -> str:
        gate = self.gate
        if gate.effect != "alltid" and not is_triggered(gate, self.session.outcome):
            return texts.NOT_TRIGGERED
        return texts.EFFECTS[gate.effect]

    @property
    def _is_stopped(self) -> bool:
        return self.gate.effect == "stopp" and is_triggered(self.gate, self.session.outcome)

    def _load_decision(self) -> None:
        decision = self.decision
        alternatives = []
        for number, id_ in enumerate(DECISIONS, 1):
            is_stopped = id_ == "vidare" and self._is_stopped
            text = texts.STOPPED if is_stopped else texts.DECISIONS[id_]
            alternatives.append(Alternative(id_, str(number), text, is_disabled=is_stopped))
        chosen = frozenset({decision.decision} if decision.decision else ())
        self.query_one("#decision", Choices).load(alternatives, chosen)
        self.query_one("#rationale", Words).load(decision.rationale)
        self.query_one("#responsible", Labelled).line.load(decision.responsible)
        typed = self.desk.drafts.get(self._draft)
        known = decision.decided_on.isoformat() if decision.decided_on else ""
        self.query_one("#date", Labelled).line.load(known if typed is None else typed)

    def _load_documents(self) -> None:
        if not self.gate.documents:
            return
        handed_in = self.decision.handed_in
        alternatives = [
            Alternative(document, str(number) if number <= 9 else "", document)  # noqa: PLR2004  (digits)
            for number, document in enumerate(self.gate.documents, 1)
        ]
        self.query_one("#documents", Choices).load(alternatives, frozenset(handed_in))

    # Deciding

    def _decide(self, **fields: object) -> None:
        self.session.decide(self.decision.model_copy(update=fields))

    @on(Choices.Chosen, "#decision")
    def _choose(self, event: Choices.Chosen) -> None:
        """Decide; who and when are filled in with the officer and today, to be changed where they are others."""
        event.stop()
        self.flush()
        decision, session = self.decision, self.session
        fields: dict[str, object] = {"decision": event.id}
        if not decision.responsible.strip():
            fields["responsible"] = session.officer
        if decision.decided_on is None:
            fields["decided_on"] = session.clock().date()
        if self.attempt(lambda: self._decide(**fields)):
            self.keep()
            self._load_decision()

    @on(Choices.Passed, "#decision")
    def _to_rationale(self) -> None:
        """Enter goes to the reason when it is not written, and on when it is."""
        if self.decision.decision is not None and not self.decision.rationale.strip():
            self.query_one("#rationale", Words).focus()
        else:
            self.action_go_on()

    @on(Choices.Chosen, "#documents")
    def _hand_in(self, event: Choices.Chosen) -> None:
        event.stop()
        self.flush()
        handed_in = {*self.decision.handed_in} ^ {event.id}
        ordered = tuple(document for document in self.gate.documents if document in handed_in)
        if self.attempt(lambda: self._decide(handed_in=ordered)):
            self.keep()
            self.query_one("#documents", Choices).mark(frozenset(ordered))

    @on(Choices.Passed, "#documents")
    def _to_decision(self) -> None:
        self.query_one("#decision", Choices).focus()

    @on(Input.Submitted)
    def _next_field(self, event: Input.Submitted) -> None:
        event.stop()
        if event.input is self.query_one("#responsible", Labelled).line:
            self.query_one("#date", Labelled).line.focus()
        else:
            self.action_go_on()

    @on(Rows.Chosen, "#seen")
    def _look(self, event: Rows.Chosen) -> None:
        event.stop()
        self.visit(Place("fraga", event.id.partition(" ")[2]))

    def written(self, field: Field) -> None:
        """Take the words into the session."""
        words, decision = field.words, self.decision
        if field.key.startswith("fraga "):
            question = self.gate.questions[int(field.key.partition(" ")[2])]
            said = {entry.question: entry.answer for entry in decision.questions} | {question: words}
            questions = tuple(GateAnswer(question=entry, answer=said.get(entry, "")) for entry in self.gate.questions)
            self._decide(questions=questions)
        elif field.key == "motivering":
            self._decide(rationale=words)
        elif field.key == "ansvarig":
            self._decide(responsible=words.strip())
        else:
            self._take_date(words)

    def _take_date(self, words: str) -> None:
        self.desk.drafts.pop(self._draft, None)
        try:
            self._decide(decided_on=read_date(words))
        except UnreadableError:
            self.desk.drafts[self._draft] = words

    @property
    def _draft(self) -> str:
        return f"hallplats {self.gate.id}"

    def action_go_on(self) -> None:
        """On, unless the date cannot be read as one."""
        self.flush()
        date = self.query_one("#date", Labelled)
        date.complain("")
        if self._draft in self.desk.drafts:
            try:
                read_date(date.line.words)
            except UnreadableError as fault:
                date.complain(str(fault))
                date.stop_here()
                return
        decision = self.query_one("#decision", Choices)
        if self.decision.decision is None and not decision.has_focus and not self.session.is_complete:
            decision.focus()  # the decision is what one stops here for; from it the officer may still go on
            return
        if self.decision.decision is None and not self.session.is_complete:
            self.host.say(texts.LEFT_OPEN)
        super().action_go_on()
