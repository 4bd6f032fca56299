"""What to find out: only what is asked, by who can answer, as Swedes sort."""

from support.small import open_session, small_case

from hallbarhet.assessment.shown.finding_out import as_text, to_find_out


def found(session):
    return to_find_out(session.checklist, session.assessment, session.activity)


def test_those_who_can_answer_stand_in_swedish_order_and_nobody_comes_last():
    session = open_session(small_case(amount_applied=900_000))
    session.unknown("jobb", "Östersunds kommun")
    session.unknown("utslapp", "Åre kommun")
    session.unknown("resor", "Älvdalens kommun")
    session.unknown("drivmedel")
    session.unknown("syfte", "Zinkgruvan")
    names = [addressee.who for addressee in found(session)]
    assert names == ["Zinkgruvan", "Åre kommun", "Älvdalens kommun", "Östersunds kommun", ""]


def test_the_same_name_in_other_letters_is_the_same():
    session = open_session()
    session.unknown("jobb", "Länsstyrelsen")
    session.unknown("utslapp", "  länsstyrelsen ")
    [only] = found(session)
    assert (only.who, [question.item for question in only.questions]) == ("Länsstyrelsen", ["jobb", "utslapp"])


def test_a_question_that_is_not_asked_any_more_is_not_to_find_out():
    session = open_session()
    session.judge("jobb", 1)
    session.unknown("jobb-hur", "Sökanden")
    assert len(found(session)) == 1
    session.judge("jobb", 0)
    assert found(session) == []


def test_the_text_says_which_case_and_asks_each_question_in_full():
    session = open_session()
    session.unknown("jobb", "Sökanden")
    session.explain("jobb", "Antal\nsaknas.")
    text = as_text(found(session), "Cykelled")
    assert text.splitlines() == [
        "Att ta reda på", "Cykelled", "", "Sökanden", "- Hur påverkas jobben?", "  Anteckning: Antal saknas.",
    ]  # fmt: skip
