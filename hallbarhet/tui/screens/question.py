"""One question at a time: one page whose content is swapped in place, so that the next one is there at once."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Static

from hallbarhet.assessment.gaps import lacks_rationale
from hallbarhet.assessment.model import Answer, FreeText, Judged, Quantity, Unknown
from hallbarhet.assessment.shown.answers import number_from
from hallbarhet.assessment.shown.applicant import applicant_words
from hallbarhet.assessment.shown.beside import beside
from hallbarhet.assessment.walk import active_items
from hallbarhet.checklist.model import Item
from hallbarhet.errors import NotAllowedError
from hallbarhet.texts import session as session_texts
from hallbarhet.texts import tui_question as texts
from hallbarhet.tui import commands
from hallbarhet.tui.alternatives import SPLIT, alternatives, aside_words, chosen, take, why_words
from hallbarhet.tui.guidance import guidance
from hallbarhet.tui.places import Place
from hallbarhet.tui.plain import harmless
from hallbarhet.tui.screens.page import Page
from hallbarhet.tui.widgets.choices import Choices
from hallbarhet.tui.widgets.facets import FacetRows
from hallbarhet.tui.widgets.fields import Field, Line, Words
from hallbarhet.tui.widgets.labelled import Labelled


class QuestionPage(Page):
    """A question with its answers, and the words that explain the answer."""

    TABLE = (*commands.IN_A_CASE, commands.SPLIT, commands.EVIDENCE, commands.INTERNAL, commands.CLEAR)

    item: Item

    def body(self) -> ComposeResult:
        """Everything any kind of question needs; what this one does not need is hidden."""
        with Horizontal(id="columns"):
            with VerticalScroll(id="page", can_focus=False):
                yield Static("", id="part", markup=False)
                yield Static("", id="question", markup=False)
                yield Static("", id="hint", markup=False)
                yield Labelled(texts.NUMBER, "varde", id="number")
                yield Words(id="free", key="fritext")
                yield Choices(id="answers")
                yield Static("", id="others", classes="quiet", markup=False)
                yield Labelled(texts.WHO, "vem_svarar", hint=texts.WHO_HINT, id="who")
                yield Static("", id="why", markup=False)
                yield Words(id="rationale", key="motivering")
                yield Labelled(texts.EVIDENCE, "underlag", hint=texts.EVIDENCE_HINT, id="evidence")
                yield FacetRows(id="facets")
                yield Static("", id="aside", markup=False)
            with VerticalScroll(id="beside", can_focus=False):
                yield Static("", id="guidance", markup=False)

    # Showing

    def show(self, place: Place) -> None:
        """Put another question on the page."""
        item = self.session.checklist.item_by_id[place.id]
        self.item = item
        answer = self.session.answer_to(item.id)
        with self.app.batch_update():
            self.put("#question", item.text)
            self.put("#hint", item.hint).display = bool(item.hint)
            self._show_introduction()
            self._load_answers(answer)
            self._load_words(answer)
            self._show_facets(answer, wanted=isinstance(answer, Judged) and bool(answer.facets))
            self._show_guidance()
            self._reflect(answer)
            self.query_one("#page", VerticalScroll).scroll_home(animate=False)
            self._focus_answer(place.field)

    @property
    def place_words(self) -> str:
        """Which question of which part."""
        section = self.session.checklist.section_of[self.item.id]
        asked = [item.id for item in active_items(section, self.session.activity)]
        if self.item.id not in asked:
            return texts.place_outside(section.title)
        return texts.place(section.title, asked.index(self.item.id) + 1, len(asked))

    @property
    def overview_row(self) -> str:
        """The question's own row in the dense view, else its part's."""
        if self.desk.shows_every_question:
            return f"fraga {self.item.id}"
        return f"del {self.session.checklist.section_of[self.item.id].id}"

    def _show_guidance(self) -> None:
        """Put the guidance beside the question, where there is room for it."""
        if self.has_class("-wide"):
            words = guidance(self.session.checklist, self.item, with_anchors=False)
            self.query_one("#guidance", Static).update(words)

    def on_resize(self) -> None:
        """A window made wider gets the guidance."""
        self.call_after_refresh(self._show_guidance)

    def _show_introduction(self) -> None:
        """What the part is about, on its first question."""
        section = self.session.checklist.section_of[self.item.id]
        asked = active_items(section, self.session.activity)
        is_first = bool(asked) and asked[0].id == self.item.id
        words = section.introduction.strip() if is_first else ""
        self.put("#part", words).display = bool(words)

    def _load_answers(self, answer: Answer | None) -> None:
        choices = self.query_one("#answers", Choices)
        choices.several = self.item.kind == "val" and self.item.several
        choices.load(alternatives(self.session.checklist, self.item, answer), chosen(answer))

    def _load_words(self, answer: Answer | None) -> None:
        item = self.item
        number, free = self.query_one("#number", Labelled), self.query_one("#free", Words)
        number.display, free.display = item.kind == "tal", item.kind == "text"
        number.line.load(self.desk.drafts.get(self._draft, _number_text(answer)))
        number.line.placeholder = harmless(texts.number_hint(item.at_least, item.at_most, item.unit))
        answers = self.query_one("#answers", Choices).alternatives
        number.line.answering_letters = frozenset(entry.key for entry in answers)
        number.complain("")
        free.load(answer.content if isinstance(answer, FreeText) else "")
        self.query_one("#rationale", Words).load(answer.rationale if answer else "")
        evidence = self.query_one("#evidence", Labelled)
        evidence.line.load("; ".join(answer.evidence) if answer else "")
        evidence.display = bool(answer and answer.evidence)
        who = answer.who_can_answer if isinstance(answer, Unknown) else ""
        self.query_one("#who", Labelled).line.load(who)

    def _show_facets(self, answer: Answer | None, *, wanted: bool) -> None:
        rows = self.query_one("#facets", FacetRows)
        scale = self.session.checklist.scale_of(self.item)
        rows.display = wanted and bool(self.item.facets)
        if rows.display and scale is not None and isinstance(answer, Judged):
            facets = tuple(self.session.checklist.facet_by_id[id_] for id_ in self.item.facets)
            rows.load_facets(facets, scale, answer.facets)

    def _reflect(self, answer: Answer | None) -> None:
        """Let labels and fields follow what is answered."""
        self.query_one("#who", Labelled).display = isinstance(answer, Unknown)
        words = why_words(self.session.checklist, self.item, answer)
        why, rationale = self.put("#why", words), self.query_one("#rationale", Words)
        why.display = rationale.display = bool(words)
        why.set_class(lacks_rationale(self.session.checklist, self.item, answer), "-wanted")
        self._show_others()
        self.put("#aside", aside_words(self.item, answer, is_complete=self.session.is_complete))

    def _show_others(self) -> None:
        """What the applicant, other readers or an earlier assessment said of the same."""
        assessment = self.session.assessment
        lines = [applicant_words(assessment, self.item.id), *beside(assessment, self.desk.sources, self.item)]
        words = "\n".join(line for line in lines if line)
        self.put("#others", words).display = bool(words)

    def _focus_answer(self, field: str) -> None:
        if field == "motivering":
            self.query_one("#rationale", Words).focus()
        elif self.item.kind == "text":
            self.query_one("#free", Words).focus()
        elif self.item.kind == "tal":
            self.query_one("#number", Labelled).line.focus()
        else:
            self.query_one("#answers", Choices).focus()

    # Answering

    @on(Choices.Chosen, "#answers")
    def _answer(self, event: Choices.Chosen) -> None:
        event.stop()
        if event.id == SPLIT:
            self.action_split()
            return
        self.flush()
        if not self.attempt(lambda: take(self.session, self.item, event.id)):
            return
        self.desk.drafts.pop(self._draft, None)
        answer = self.session.answer_to(self.item.id)
        self.keep()
        with self.app.batch_update():
            self._load_answers(answer)
            self._load_words(answer)
            self._show_facets(answer, wanted=self.query_one("#facets", FacetRows).display)
            self._reflect(answer)

    @on(Choices.Passed, "#answers")
    def _pass(self, event: Choices.Passed) -> None:
        """Enter goes on; but where a reason is needed and not written, it goes there first."""
        event.stop()
        rationale = self.query_one("#rationale", Words)
        answer = self.session.answer_to(self.item.id)
        if lacks_rationale(self.session.checklist, self.item, answer) and not rationale.text.strip():
            rationale.focus()
            return
        self.action_go_on()

    @on(Input.Submitted)
    def _next_field(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_go_on()

    @on(Line.Answered)
    def _answered_by_letter(self, event: Line.Answered) -> None:
        """The same keys answer on every question, also where a number is asked for."""
        event.stop()
        self.query_one("#answers", Choices).choose_by_key(event.letter)

    @on(FacetRows.Passed)
    def _facets_passed(self) -> None:
        self.action_go_on()

    @on(FacetRows.Split)
    def _split(self, event: FacetRows.Split) -> None:
        event.stop()
        if self.attempt(lambda: self.session.split(self.item.id, event.facet, event.grades)):
            self.keep()

    def written(self, field: Field) -> None:
        """Take the words into the session."""
        session, id_, words = self.session, self.item.id, field.words
        match field.key:
            case "motivering":
                session.explain(id_, words)
            case "underlag":
                session.cite(id_, tuple(part.strip() for part in words.split(";")))
            case "vem_svarar":
                session.unknown(id_, words)
            case "fritext":
                self._write(words)
            case "varde":
                self._measure(words)
        self._follow()

    def _follow(self) -> None:
        answer = self.session.answer_to(self.item.id)
        self._reflect(answer)
        self.query_one("#answers", Choices).mark(chosen(answer))

    def _write(self, words: str) -> None:
        most = self.item.max_characters
        if most is not None and len(words) > most:
            self.host.say(texts.too_long(most, len(words)), trouble=True)
        self.session.write(self.item.id, words)

    def _measure(self, words: str) -> None:
        """Take a number in; what cannot be one is put aside as it was typed, and told when the officer goes on."""
        self.desk.drafts.pop(self._draft, None)
        value = number_from(words)
        if not words.strip():
            self.session.clear(self.item.id)
        elif value is None:
            self.desk.drafts[self._draft] = words
        else:
            try:
                self.session.measure(self.item.id, value)
            except NotAllowedError:
                self.desk.drafts[self._draft] = words

    @property
    def _draft(self) -> str:
        """The name this question's unread words are put aside under."""
        return f"fraga {self.item.id}"

    def action_go_on(self) -> None:
        """To the next step, unless a number cannot be read as one."""
        self.flush()
        words = self.desk.drafts.get(self._draft)
        if words is None:
            super().action_go_on()
            return
        field = self.query_one("#number", Labelled)
        value = number_from(words)
        field.complain(
            texts.not_a_number(words)
            if value is None
            else session_texts.outside_the_range(self.item.name, self.item.at_least, self.item.at_most, self.item.unit)
        )
        field.line.focus()

    # What more can be done here

    def action_split(self) -> None:
        """Open or close the split of the answer."""
        answer = self.session.answer_to(self.item.id)
        if not self.item.facets:
            self.host.say(texts.NOT_SPLIT)
        elif not isinstance(answer, Judged):
            self.host.say(texts.ANSWER_FIRST)
        else:
            rows = self.query_one("#facets", FacetRows)
            self._show_facets(answer, wanted=not rows.display)
            (rows if rows.display else self.query_one("#answers", Choices)).focus()

    def action_evidence(self) -> None:
        """Write what the answer builds on."""
        evidence = self.query_one("#evidence", Labelled)
        evidence.display = True
        evidence.line.focus()

    def action_internal(self) -> None:
        """Keep the answer out of the public version, or let it in."""
        answer = self.session.answer_to(self.item.id)
        if self.item.internal:
            self.host.say(texts.ALWAYS_INTERNAL)
            return
        is_internal = not (answer is not None and answer.internal)
        if self.attempt(lambda: self.session.mark_internal(self.item.id, is_internal)):
            self.keep()
            self._reflect(self.session.answer_to(self.item.id))
            self.host.say(texts.INTERNAL_ON if is_internal else texts.INTERNAL_OFF)

    def action_clear(self) -> None:
        """Take the answer away; the words stay."""
        if self.session.answer_to(self.item.id) is None:
            return
        if self.attempt(lambda: self.session.clear(self.item.id)):
            self.keep()
            self.show(Place("fraga", self.item.id))
            self.host.say(texts.CLEARED)


def _number_text(answer: Answer | None) -> str:
    return f"{answer.value}".replace(".", ",") if isinstance(answer, Quantity) else ""
