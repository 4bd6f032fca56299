"""The overall judgement: the computed standing to read, then the officer's own words, conditions and recommendation."""

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from hallbarhet.assessment.gaps import goes_against
from hallbarhet.assessment.model import Judgement
from hallbarhet.assessment.suggestions import suggested_conditions
from hallbarhet.texts import tui_judgement as texts
from hallbarhet.tui import commands
from hallbarhet.tui.places import Place
from hallbarhet.tui.plain import plain
from hallbarhet.tui.screens.asking import ask_reason
from hallbarhet.tui.screens.page import Page
from hallbarhet.tui.standing import level_words, points_words, robustness_words, state_words
from hallbarhet.tui.widgets.choices import Alternative, Choices
from hallbarhet.tui.widgets.fields import Field, Words

DIMENSION = "dimension "
"""Before the id of the dimension that a field is about."""


class JudgementPage(Page):
    """The overall judgement."""

    TABLE = (*commands.IN_A_CASE, commands.ADD_CONDITION)

    def body(self) -> ComposeResult:
        """The level, the whole, the recommendation, the conditions, then each dimension."""
        with VerticalScroll(id="page", can_focus=False):
            yield Static("", id="question", markup=False)
            yield Static("", id="robustness", classes="quiet", markup=False)
            yield Static(texts.TEXT, classes="label", markup=False)
            yield Words(id="whole", key="text")
            yield Static(texts.RECOMMENDATION, classes="label", markup=False)
            yield Choices(id="recommendation")
            yield Static(texts.DEVIATION, id="deviation-label", classes="label", markup=False)
            yield Words(id="deviation", key="avvikelse")
            yield Static(texts.CONDITIONS, classes="label", markup=False)
            yield Choices(several=True, id="conditions")
            yield Static(texts.DIMENSIONS, classes="label", markup=False)
            for number, dimension in enumerate(self.session.checklist.dimensions):
                yield Static("", id=f"dimension-label-{number}", classes="quiet", markup=False)
                yield Words(id=f"dimension-{number}", key=f"{DIMENSION}{dimension.id}")

    # Showing

    @property
    def judgement(self) -> Judgement:
        """What is written."""
        return self.session.assessment.judgement

    def show(self, place: Place) -> None:
        """Show what is computed and what is written."""
        checklist, outcome, judgement = self.session.checklist, self.session.full_outcome, self.judgement
        self.query_one("#question", Static).update(plain(f"{level_words(checklist, outcome)}. {state_words(outcome)}."))
        robustness = self.query_one("#robustness", Static)
        robustness.display = outcome.robustness is not None
        robustness.update(plain(robustness_words(checklist, outcome)))
        self.query_one("#whole", Words).load(judgement.text)
        self.query_one("#deviation", Words).load(judgement.deviation_reason)
        found_by_id = {found.id: found for found in outcome.dimensions}
        for number, dimension in enumerate(checklist.dimensions):
            label = texts.dimension(dimension.name, *points_words(found_by_id.get(dimension.id)))
            self.query_one(f"#dimension-label-{number}", Static).update(plain(label))
            self.query_one(f"#dimension-{number}", Words).load(judgement.dimensions.get(dimension.id, ""))
        self._load_choices()
        self._focus(place.field)

    @property
    def place_words(self) -> str:
        """The overall judgement."""
        return texts.TITLE

    def _focus(self, field: str) -> None:
        wanted = {"rekommendation": "#recommendation", "villkor": "#conditions",
                  "avvikelse_motivering": "#deviation"}.get(field, "#whole")  # fmt: skip
        self.query_one(wanted).focus(scroll_visible=wanted != "#whole")
        if wanted == "#whole":
            self.query_one("#page", VerticalScroll).scroll_home(animate=False)

    def _load_choices(self) -> None:
        session, judgement = self.session, self.judgement
        alternatives = [
            Alternative(id_, str(number), text) for number, (id_, text) in enumerate(texts.RECOMMENDATIONS.items(), 1)
        ]
        chosen = frozenset({judgement.recommendation} if judgement.recommendation else ())
        self.query_one("#recommendation", Choices).load(alternatives, chosen)
        against = goes_against(session.checklist, session.outcome, judgement.recommendation)
        self.query_one("#deviation-label", Static).display = against
        self.query_one("#deviation", Words).display = against
        self._load_conditions()

    def _load_conditions(self) -> None:
        suggested = suggested_conditions(self.session.checklist, self.session.assessment, self.session.outcome)
        sources = {suggestion.text.strip(): suggestion.source for suggestion in suggested}
        own = [text for text in self.judgement.conditions if text not in sources]
        alternatives = [
            Alternative(text, str(number) if number <= 9 else "", texts.suggestion(text, source))  # noqa: PLR2004
            for number, (text, source) in enumerate(
                [*sources.items(), *((text, texts.OWN_CONDITION) for text in own)], 1
            )
        ]
        alternatives.append(
            Alternative("", "n", texts.OWN_CONDITION if alternatives else texts.NO_SUGGESTIONS, is_apart=True)
        )
        choices = self.query_one("#conditions", Choices)
        at = choices.current
        choices.load(alternatives, frozenset(self.judgement.conditions))
        choices.move_to(at)

    # Writing

    def _conclude(self, **fields: object) -> None:
        self.session.conclude(self.judgement.model_copy(update=fields))

    @on(Choices.Chosen, "#recommendation")
    def _recommend(self, event: Choices.Chosen) -> None:
        event.stop()
        self.flush()
        if self.attempt(lambda: self._conclude(recommendation=event.id)):
            self.keep()
            self._load_choices()

    @on(Choices.Passed, "#recommendation")
    def _after_recommendation(self) -> None:
        deviation = self.query_one("#deviation", Words)
        if deviation.display and not deviation.text.strip():
            deviation.focus()
        else:
            self.query_one("#conditions", Choices).focus()

    @on(Choices.Chosen, "#conditions")
    def _tick(self, event: Choices.Chosen) -> None:
        event.stop()
        if not event.id:
            self.action_add_condition()
            return
        self.flush()
        before = self.judgement.conditions
        after = tuple(text for text in before if text != event.id) if event.id in before else (*before, event.id)
        if self.attempt(lambda: self._conclude(conditions=after)):
            self.keep()
            self._load_conditions()

    @on(Choices.Passed, "#conditions")
    def _after_conditions(self) -> None:
        self.action_go_on()

    def action_add_condition(self) -> None:
        """Write a condition with one's own words."""
        ask_reason(self.app, texts.OWN_CONDITION, self._add_condition)

    def _add_condition(self, text: str) -> None:
        condition = " ".join(text.split())
        if condition and condition not in self.judgement.conditions:
            self.flush()
            conditions = (*self.judgement.conditions, condition)
            if self.attempt(lambda: self._conclude(conditions=conditions)):
                self.keep()
                self._load_conditions()

    def written(self, field: Field) -> None:
        """Take the words into the session."""
        if field.key == "text":
            self._conclude(text=field.words)
        elif field.key == "avvikelse":
            self._conclude(deviation_reason=field.words)
        else:
            id_ = field.key.removeprefix(DIMENSION)
            others = {key: text for key, text in self.judgement.dimensions.items() if key != id_}
            dimensions = {**others, id_: field.words} if field.words.strip() else others
            order = [dimension.id for dimension in self.session.checklist.dimensions]
            ordered = {key: dimensions[key] for key in (*order, *dimensions) if key in dimensions}
            self._conclude(dimensions=ordered)
