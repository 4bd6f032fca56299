"""Which records belong together, and what one of them may show of the others."""

import pytest
from support.small import CLOCK, open_session, small_case, small_checklist

from hallbarhet.assessment.archive import record_files
from hallbarhet.assessment.keeper import Keeper
from hallbarhet.assessment.model import Assessment
from hallbarhet.assessment.readings import agreed_reading, follow_up, second_reading
from hallbarhet.assessment.related import by_id, family_of
from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.assessment.shown.beside import beside

MADE = {"officer": "Bo Berg", "now": CLOCK}
CASE = small_case()
JUDGED = next(item for item in small_checklist().items if item.kind == "bedomning")


@pytest.fixture
def keep(tmp_path):
    """Puts an assessment in the archive, finished unless told otherwise; the path of its record."""

    def keep_(assessment: Assessment, status: str = "klar"):
        header = assessment.header.model_copy(update={"status": status})
        held = assessment.model_copy(update={"header": header})
        session = AssessmentSession(open_session().checklist, held, clock=lambda: CLOCK)
        keeper = Keeper(tmp_path, session)
        keeper.keep()
        return keeper.path

    return keep_


@pytest.fixture
def first():
    session = open_session(CASE)
    item = JUDGED
    session.judge(item.id, 1)
    session.explain(item.id, "Ansökan s. 7")
    header = session.assessment.header.model_copy(update={"status": "klar"})
    return session.assessment.model_copy(update={"header": header})


def second_of(first):
    second = second_reading(first, id="22222222-0000", **MADE)
    header = second.header.model_copy(update={"status": "klar"})
    return second.model_copy(update={"answers": first.answers, "header": header})


def test_the_two_readers_and_what_they_agreed_on_are_found_from_any_of_them(tmp_path, keep, first):
    second = second_of(first)
    agreed = agreed_reading(first, second, id="33333333-0000", **MADE)
    paths = [keep(first), keep(second), keep(agreed, "utkast")]
    for path in paths:
        family = family_of(path, tmp_path)
        found = [family.first, family.second, family.agreed]
        assert [one and one.path for one in found] == paths
        assert family.readers is not None


def test_readers_have_nothing_to_compare_until_both_are_finished(tmp_path, keep, first):
    keep(second_of(first), "utkast")
    assert family_of(keep(first), tmp_path).readers is None


def test_a_follow_up_finds_what_it_follows_and_is_no_second_reading(tmp_path, keep, first):
    before = keep(first)
    later = keep(follow_up(first, "uppfoljning", id="44444444-0000", **MADE), "utkast")
    family = family_of(later, tmp_path)
    assert family.previous is not None
    assert family.previous.path == before
    assert [one.path for one in family.sources] == [before]
    assert family.second is None


def test_another_case_whose_number_begins_alike_does_not_belong(tmp_path, keep, first):
    other = open_session(small_case(diary_number=f"{CASE.diary_number}/1")).assessment
    keep(other.model_copy(update={"header": other.header.model_copy(update={"id": "55555555", "role": "andra"})}))
    assert family_of(keep(first), tmp_path).second is None


def test_a_torn_record_of_the_same_case_is_passed_by(tmp_path, keep, first):
    path = keep(first)
    (tmp_path / f"{path.stem.rpartition('_')[0]}_deadbeef.toml").write_bytes(b"format = ")
    assert len(list(record_files(tmp_path))) == 2
    assert family_of(path, tmp_path).second is None


def test_an_id_that_no_record_has_finds_nothing(tmp_path, keep, first):
    keep(first)
    assert by_id(tmp_path, "finns-inte") is None


def test_a_follow_up_shows_what_was_expected_only_after_its_own_answer(first):
    item = JUDGED
    later = follow_up(first, "slutrapport", id="d", **MADE)
    assert beside(later, [first], item) == []
    answered = later.model_copy(update={"answers": (first.answers[0],)})
    (line,) = beside(answered, [first], item)
    assert line.startswith("Väntat i ansökan: ")
    assert line.endswith("Ansökan s. 7")


def test_readers_who_are_to_agree_see_both_answers_from_the_start(first):
    second = second_of(first)
    agreed = agreed_reading(first, second, id="c", **MADE).model_copy(update={"answers": ()})
    lines = beside(agreed, [first, second], JUDGED)
    assert [line.partition(":")[0] for line in lines] == ["Eva Ek", "Bo Berg"]
