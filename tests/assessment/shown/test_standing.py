"""How the case stands, in sentences that do not contradict each other."""

from support.small import open_session

from hallbarhet.assessment.shown.standing import level_words, points_words, robustness_words
from hallbarhet.texts.derivation import IN_THE_MIDDLE


def test_a_level_among_several_is_told_as_the_one_in_the_middle():
    session = open_session()
    session.unknown("utslapp", "Länsstyrelsen")
    outcome = session.full_outcome
    assert outcome.level.low != outcome.level.high
    assert "–" in level_words(session.checklist, outcome)
    assert robustness_words(session.checklist, outcome).startswith(f"{IN_THE_MIDDLE} Nivå ")


def test_the_only_level_there_is_needs_no_such_words():
    session = open_session()
    session.judge("jobb", 1)
    session.judge("utslapp", -1)
    outcome = session.full_outcome
    assert outcome.level.low == outcome.level.high
    assert robustness_words(session.checklist, outcome).startswith(level_words(session.checklist, outcome))


def test_a_dimension_is_not_judged_until_something_sure_is_answered():
    session = open_session()

    def told():
        return [points_words(found) for found in session.outcome.dimensions]

    assert set(told()) == {("–", "inte bedömd")}
    session.unknown("utslapp", "Länsstyrelsen")
    assert set(told()) == {("–", "inte bedömd")}
    session.judge("utslapp", 0)
    assert ("0,0", "") in told()
    assert points_words(None) == ("–", "")
