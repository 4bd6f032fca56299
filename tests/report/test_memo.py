"""The text for the tjänsteskrivelse: what is due is in it, and nothing that steers a terminal."""

from support.small import open_session

from hallbarhet.assessment.model import Judgement
from hallbarhet.report.memo import conditions_text, memo_text


def memo(session):
    return memo_text(session.checklist, session.assessment, session.outcome, session.activity)


def test_an_empty_case_says_what_is_not_written():
    text = memo(open_session())
    assert "Utkast: bedömningen är inte klarmarkerad." in text
    assert "Den samlade bedömningen är inte skriven." in text
    assert "Inga villkor är valda." in text
    assert "Att ta reda på" not in text


def test_a_reason_for_going_against_is_told_only_where_it_goes_against():
    session = open_session()
    session.conclude(Judgement(text="A.", recommendation="vidare", deviation_reason="Trots allt."))
    assert "går emot det beräknade läget: Trots allt." in memo(session)
    session.conclude(Judgement(text="A.", recommendation="tank_om", deviation_reason="Trots allt."))
    assert "Trots allt" not in memo(session)


def test_each_paragraph_is_one_line_for_the_other_programs_typography():
    session = open_session()
    session.conclude(Judgement(text="Ett.\n\nTvå.", conditions=("Först\ndetta.", " ")))
    assert conditions_text(session.assessment) == "1. Först detta.\n"
    assert "1. Först detta." in memo(session).splitlines()


def test_words_that_would_steer_a_terminal_are_shown_and_not_sent():
    session = open_session()
    session.conclude(Judgement(text="Ja\u001b]52;c;AAAA\u0007 \u202e"))
    assert not {"\u001b", "\u0007", "\u202e"} & set(memo(session))
