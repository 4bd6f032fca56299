"""The overall judgement: the officer's own words, a recommendation, and conditions for the decision."""

from hallbarhet.assessment.gaps import goes_against
from hallbarhet.assessment.model import Judgement
from hallbarhet.assessment.shown.standing import level_words, points_words, robustness_words, state_words
from hallbarhet.assessment.suggestions import suggested_conditions
from hallbarhet.assessment.walk import Step
from hallbarhet.checklist.model import Dimension
from hallbarhet.linemode.desk import Desk
from hallbarhet.linemode.inside import inside
from hallbarhet.texts import linemode as texts
from hallbarhet.texts import tui_judgement as judgement_texts

RECOMMENDATIONS = tuple(judgement_texts.RECOMMENDATIONS)


def ask_judgement(desk: Desk, step: Step) -> None:  # noqa: ARG001  (there is one)
    """Tell what is computed, then ask for the words, the recommendation, the conditions and each dimension."""
    desk.help = texts.JUDGEMENT_HELP
    checklist, outcome = desk.session.checklist, desk.session.full_outcome
    desk.say("\n", judgement_texts.TITLE, f"{level_words(checklist, outcome)}. {state_words(outcome)}.")
    desk.say(robustness_words(checklist, outcome), *(_dimension(desk, entry) for entry in checklist.dimensions))
    desk.ask_words(judgement_texts.TEXT, _judgement(desk).text, lambda words: _conclude(desk, text=words))
    with inside():
        _ask_recommendation(desk)
        _ask_deviation(desk)
        _ask_conditions(desk)
        desk.say(judgement_texts.DIMENSIONS)
        for dimension in checklist.dimensions:
            _ask_dimension(desk, dimension)


def _judgement(desk: Desk) -> Judgement:
    return desk.session.assessment.judgement


def _conclude(desk: Desk, **fields: object) -> None:
    desk.session.conclude(_judgement(desk).model_copy(update=fields))


def _dimension(desk: Desk, dimension: Dimension) -> str:
    found_by_id = {found.id: found for found in desk.session.outcome.dimensions}
    return judgement_texts.dimension(dimension.name, *points_words(found_by_id.get(dimension.id)))


def _ask_recommendation(desk: Desk) -> None:
    desk.say(judgement_texts.RECOMMENDATION)
    desk.say(*(texts.numbered(n, text) for n, text in enumerate(judgement_texts.RECOMMENDATIONS.values(), 1)))
    while True:
        chosen = _judgement(desk).recommendation
        now = judgement_texts.RECOMMENDATIONS[chosen] if chosen else ""
        words = desk.ask_or_keep(texts.current(texts.ANSWER.rstrip(":"), now), texts.RECOMMENDATION_HINT)
        if not words:
            return
        if words in {"1", "2", "3", "4"}:
            choice = RECOMMENDATIONS[int(words) - 1]
            desk.change(lambda choice=choice: _conclude(desk, recommendation=choice))  # type: ignore[misc]
            return
        desk.say(texts.not_understood(words, texts.RECOMMENDATION_HINT))


def _ask_deviation(desk: Desk) -> None:
    judgement = _judgement(desk)
    if goes_against(desk.session.checklist, desk.session.outcome, judgement.recommendation):
        now = judgement.deviation_reason
        desk.ask_words(judgement_texts.DEVIATION, now, lambda words: _conclude(desk, deviation_reason=words))


def _ask_conditions(desk: Desk) -> None:
    session = desk.session
    while True:
        suggested = suggested_conditions(session.checklist, session.assessment, session.outcome)
        sources = {suggestion.text.strip(): suggestion.source for suggestion in suggested}
        chosen = _judgement(desk).conditions
        offered = [*sources.items(), *((text, judgement_texts.OWN_CONDITION) for text in chosen if text not in sources)]
        desk.say(judgement_texts.CONDITIONS)
        for number, (text, source) in enumerate(offered, 1):
            desk.say(texts.condition(number, text, source, chosen=text in chosen))
        words = " ".join(desk.ask_or_keep(texts.CONDITION_PROMPT, texts.CONDITIONS_HINT).split())
        if not words:
            return
        if words.isascii() and words.isdigit():
            if not 1 <= int(words) <= len(offered):
                desk.say(texts.not_understood(words, texts.CONDITIONS_HINT))
                continue
            words = offered[int(words) - 1][0]
            after = tuple(text for text in chosen if text != words) if words in chosen else (*chosen, words)
        else:
            after = chosen if words in chosen else (*chosen, words)
        desk.change(lambda after=after: _conclude(desk, conditions=after))  # type: ignore[misc]


def _ask_dimension(desk: Desk, dimension: Dimension) -> None:
    def take(words: str) -> None:
        others = {key: text for key, text in _judgement(desk).dimensions.items() if key != dimension.id}
        dimensions = {**others, dimension.id: words} if words.strip() else others
        order = [entry.id for entry in desk.session.checklist.dimensions]
        ordered = {key: dimensions[key] for key in (*order, *dimensions) if key in dimensions}
        _conclude(desk, dimensions=ordered)

    desk.ask_words(_dimension(desk, dimension), _judgement(desk).dimensions.get(dimension.id, ""), take)
