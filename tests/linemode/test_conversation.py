"""What can be said at any question, and what happens then."""

import pytest
from support.conversation import CASE, GATE, QUESTIONS, WHOLE
from support.small import small_checklist

from hallbarhet.assessment.model import Judged, NotRelevant, Unknown
from hallbarhet.assessment.records import load


def record_in(archive):
    return load(next(archive.glob("*.toml"))).assessment


def after(said, words):
    """What was said after some words."""
    return said.partition(words)[2]


AT_JOBS = [*CASE, "En led.", ""]
"""As far as the question about jobs."""


def test_each_question_says_where_one_is_and_what_can_be_typed(talk):
    _, said = talk(*AT_JOBS)
    assert "Fråga 2 av 2, Del 1\nHur påverkas jobben?\n  1  Motverkar starkt\n" in said
    assert "Skriv 1–5, v eller e. hoppa lämnar den öppen, ? hjälp." in said


def test_saved_is_said_after_every_answer_and_only_then(talk, archive):
    _, said = talk(*CASE[:1])
    assert said.count("Sparat 14:32.") == 1
    assert record_in(archive).case.diary_number == "RUN/1/2026"


def test_the_end_of_input_is_told_and_continues_at_the_first_open_question(talk, archive):
    code, said = talk(*AT_JOBS, "4", "Två tjänster.", "")
    assert code == 1
    assert "Indata tog slut. Det som är besvarat är sparat i" in said
    path = next(archive.glob("*.toml"))
    code, said = talk("avsluta", record=path)
    assert code == 0
    assert "Hållplats: tänka om? avsluta?\nHär stannar du alltid upp" in said
    assert f"hallbarhet radvis {path}" in said.replace("\n", " ")


def test_words_already_typed_of_an_unfinished_text_are_kept_when_the_input_ends(talk, archive):
    talk(*CASE, "Första raden", "andra raden")
    assert record_in(archive).answer_by_item["syfte"].content == "Första raden\nandra raden"


def test_nothing_is_written_before_anything_is_answered(talk, archive):
    code, said = talk("avsluta")
    assert code == 0
    assert "Inget var ifyllt" in said
    assert list(archive.iterdir()) == []


def test_back_leads_to_the_question_before_and_shows_its_answer(talk):
    _, said = talk(*AT_JOBS, "tillbaka")
    assert "Nu: En led." in after(said, "Hur påverkas jobben?")


def test_back_inside_a_question_leads_to_its_beginning(talk, archive):
    talk(*AT_JOBS, "4", "tillbaka", "3", "avsluta")
    assert record_in(archive).answer_by_item["jobb"].grade == 0


@pytest.mark.parametrize("word", ["ångra", "angra"])
def test_undo_takes_back_the_last_change_and_says_what_came_back(talk, archive, word):
    _, said = talk(*AT_JOBS, "4", word, "avsluta")
    assert "Ångrat. ”Jobb”: Obesvarad. Sparat 14:32." in said
    assert "jobb" not in record_in(archive).answer_by_item


def test_unknown_asks_who_can_answer(talk, archive):
    talk(*AT_JOBS, "v", "Länsstyrelsen", "avsluta")
    answer = record_in(archive).answer_by_item["jobb"]
    assert isinstance(answer, Unknown)
    assert answer.who_can_answer == "Länsstyrelsen"


def test_not_relevant_asks_why(talk, archive):
    _, said = talk(*AT_JOBS, "e", "Inga anställda alls.", "", "avsluta")
    assert "Varför är frågan inte relevant?" in said
    answer = record_in(archive).answer_by_item["jobb"]
    assert isinstance(answer, NotRelevant)
    assert answer.rationale == "Inga anställda alls."


def test_a_question_that_can_stop_the_case_cannot_be_waived_and_says_so(talk):
    _, said = talk(*CASE, *QUESTIONS, *GATE, "e")
    asked = after(said, "Hur påverkas utsläppen?")
    assert "e  Ej relevant" not in asked
    assert "kan inte hoppas över som ej relevant" in asked.replace("\n", " ")


def test_skip_leaves_the_question_open_and_goes_on(talk, archive):
    _, said = talk(*AT_JOBS, "hoppa", "avsluta")
    assert "Är det rätt insats?" in said
    assert "jobb" not in record_in(archive).answer_by_item


def test_an_empty_line_at_an_open_question_says_what_to_do(talk):
    _, said = talk(*AT_JOBS, "")
    assert "Frågan är inte besvarad än." in said


def test_help_tells_the_guidance_and_the_words(talk):
    _, said = talk(*AT_JOBS, "?")
    told = after(said, "Hur påverkas jobben?")
    assert "Motivering behövs när svaret är något annat än det neutrala." in told
    assert "tillbaka    till frågan före" in told
    assert "d      dela svaret på grupp, plats eller tid" in told


def test_the_overview_numbers_what_is_left_and_the_numbers_lead_there(talk, archive):
    _, said = talk(*AT_JOBS, "oversikt", "gå 1", "hoppa", "Ny rubrik", "avsluta")
    assert "  3  Jobb: Obesvarad" in said
    assert record_in(archive).case.title == "Ny rubrik"


def test_a_number_that_is_no_step_is_told(talk):
    _, said = talk(*AT_JOBS, "gå 99", "ga nånstans")
    assert "”99” är inget nummer i översikten." in said
    assert "”nånstans” är inget nummer i översikten." in said


@pytest.mark.parametrize("words", ["6", "0", "fem", "4 5", "²", "-1", "nan"])
def test_an_answer_that_is_none_is_told_and_asked_again(talk, archive, words):
    _, said = talk(*AT_JOBS, words, "3", "", "avsluta")
    assert f"”{words}” går inte att använda här. Skriv 1–5" in said
    assert record_in(archive).answer_by_item["jobb"].grade == 0


@pytest.mark.parametrize("words", ["tolv", "nan", "501"])
def test_a_number_that_cannot_be_read_or_is_out_of_range_is_told(talk, words):
    _, said = talk(*AT_JOBS, "4", "Två.", "", "", words, "hoppa")
    assert "går inte att läsa som ett tal" in said or "ska ligga mellan 0 och 500" in said.replace("\n", " ")


def test_an_answer_is_split_on_groups(talk, archive):
    talk(*AT_JOBS, "4", "Två.", "", "d", "5", "2", "avsluta")
    answer = record_in(archive).answer_by_item["jobb"]
    assert isinstance(answer, Judged)
    assert answer.facets == {"kon": {"kvinnor": 2, "man": -1}}


def test_evidence_and_internal_are_said_at_the_answer(talk, archive):
    talk(*AT_JOBS, "u", "Ansökan s. 7; Budget", "i", "3", "", "", "avsluta")
    answer = record_in(archive).answer_by_item["jobb"]
    assert answer.evidence == ("Ansökan s. 7", "Budget")
    assert answer.internal


def test_clearing_takes_the_answer_away_and_keeps_the_words(talk, archive):
    talk(*AT_JOBS, "4", "Två.", "", "", "tillbaka", "rensa", "avsluta")
    answer = record_in(archive).answer_by_item["jobb"]
    assert answer.status == "obesvarad"
    assert answer.rationale == "Två."


def test_an_empty_line_keeps_a_text_and_rensa_takes_it_away(talk, archive):
    talk(*AT_JOBS, "4", "Två.", "", "", "tillbaka", "m", "", "avsluta")
    assert record_in(archive).answer_by_item["jobb"].rationale == "Två."
    path = next(archive.glob("*.toml"))
    talk("gå 3", "m", "rensa", "avsluta", record=path)
    assert record_in(archive).answer_by_item["jobb"].rationale == ""


def test_a_stop_gate_cannot_be_passed(talk, archive):
    _, said = talk(*CASE, *QUESTIONS, *GATE, "1", "Stora utsläpp.", "", "1", "", "1", "2", "För stora.", "", "", "")
    assert "Gå vidare (stoppas av hållplatsen)" in said
    assert "Hållplatsen stoppar ärendet." in said
    assert record_in(archive).gate_by_id["stopp"].decision == "tank_om"


def test_a_gate_can_end_the_case(talk, archive):
    code, said = talk(*CASE, *QUESTIONS, "Nej.", "", "3", "Inte vår uppgift.", "", "", "", "", "klar")
    assert code == 0, said
    assert "Ärendet är avslutat vid en hållplats." in said
    assert record_in(archive).header.status == "klar"


def test_documents_of_a_gate_are_ticked_off_by_number(talk, archive):
    data = small_checklist().model_dump(mode="json", by_alias=True, exclude_unset=True)
    data["hallplats"][1] |= {"verkan": "krav", "handlingar": ["Utredning", "Tillstånd"]}
    checklist = type(small_checklist()).model_validate(data, by_alias=True, by_name=False)
    rest = ["1", "Stora utsläpp.", "", "1", "", "2,1", "", "", "avsluta"]
    _, said = talk(*CASE, *QUESTIONS, *GATE, *rest, checklist=checklist)
    assert record_in(archive).gate_by_id["stopp"].handed_in == ("Utredning", "Tillstånd")
    assert "Målkonflikter" in said  # with every document in, no decision is needed


def test_a_new_goal_conflict_is_told_at_once_and_settled_after_the_questions(talk, archive):
    beginning = [*AT_JOBS, "4", "Två tjänster.", "", "", "2", "", *GATE]
    conflict = ["2", "Jobben väger tyngre.", "", "Eldrivna maskiner.", "", "", "", "", "", "", "", "", ""]
    _, said = talk(*beginning, "2", "Fler lastbilar.", "", "1", "", "", *conflict, "avsluta")
    assert "Ny målkonflikt: Fler jobb mot högre utsläpp." in said
    told = after(said, "Vad står mot vad:")
    assert "Jobb: Bidrar\n  Utsläpp: Motverkar" in told
    assert "Motivering (krävs)" in told
    assert record_in(archive).conflict_by_id["jobb-mot-utslapp"].status == "hanterad"


def test_the_officer_adds_a_conflict_and_may_take_it_away(talk, archive):
    to_conflicts = [*CASE, *QUESTIONS, *GATE, "3", "", "1", ""]
    added = ["n", "Besökare mot fåglar", "3", ""]
    talk(*to_conflicts, *added, "avsluta")
    assert record_in(archive).conflict_by_id["egen-1"].severity == 3
    path = next(archive.glob("*.toml"))
    talk("1", "ta bort", "avsluta", record=path)
    assert record_in(archive).conflict_by_id == {}


def test_a_recommendation_against_the_level_asks_why(talk):
    to_judgement = [*CASE, *QUESTIONS, *GATE, "3", "", "1", "", "", ""]
    _, said = talk(*to_judgement, "Nej.", "", "4", "Ryms inte i budgeten.", "")
    assert "Du går emot det beräknade läget. Varför?" in said


def test_what_is_missing_is_told_at_the_end_and_leads_to_the_first_of_it(talk):
    _, said = talk(*CASE, *QUESTIONS, *GATE, "hoppa", "1", "", "", "", "", "", "", "", "", "")
    assert "”Utsläpp” är inte besvarad." in after(said, "Det här återstår innan bedömningen kan bli klar")
    assert after(said, "Det här återstår innan bedömningen kan bli klar").count("Hur påverkas utsläppen?") == 1


def test_a_finished_case_is_opened_again_only_with_a_reason(talk, archive):
    talk(*WHOLE)
    path = next(archive.glob("*.toml"))
    code, _ = talk("öppna", "", "avsluta", record=path)
    assert code == 0
    assert record_in(archive).seal is not None
    talk("öppna", "Ny uppgift.", "", "avsluta", record=path)
    assert record_in(archive).seal is None
    assert "Ny uppgift" in record_in(archive).events[-1].what


def test_a_record_somebody_else_changed_is_never_overwritten_and_a_copy_is_offered(talk, archive):
    talk(*AT_JOBS, "4", "Två.", "")
    path = next(archive.glob("*.toml"))
    theirs = path.read_bytes().replace(b"En led.", b"Deras.")

    _, said = talk("gå 3", lambda: path.write_bytes(theirs), "2", "", "kopia", "avsluta", record=path)
    assert "har ändrats av någon annan" in said.replace("\n", " ")
    assert "Din version är sparad som" in said
    assert path.read_bytes() == theirs
    copy = next(archive.glob("*_kopia.toml"))
    assert load(copy).assessment.answer_by_item["jobb"].grade == -1


def test_text_from_people_steers_nothing(talk, archive):
    talk("RUN/1/2026", "\x1b[31mröd\x07 [/] {{ x }}", "avsluta")
    _, said = talk("avsluta", record=next(archive.glob("*.toml")))
    assert "\x1b" not in said
    assert "[31mröd [/] {{ x }}" in said


def test_lines_are_short(talk):
    _, said = talk(*WHOLE)
    assert max(len(line) for line in said.split("\n") if "/" not in line) <= 76
