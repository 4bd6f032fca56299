"""What a seal covers, and what can be said when it does not hold."""

import hashlib
import json
import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from support.records import CREATED, assessments, sample_assessment, small_assessment

from hallbarhet.assessment.model import Event, Extract, Judged
from hallbarhet.assessment.records import parse, to_bytes
from hallbarhet.assessment.seal import seal, sealed_content, verify, verify_data
from hallbarhet.checklist.canonical import canonical

VECTORS = json.loads((Path(__file__).parents[1] / "data" / "seals.json").read_text(encoding="utf-8"))
SMALL_SEAL = "sha256-1:e6bb8d653684adb75ff36aa1023a650cee259826ff33cf24e04d6aa0e484d6c1"
SAMPLE_SEAL = "sha256-1:2dad3f7a4b15a3f67a2b5cfdabbc63db5aae2f8925c39a7ffc1e1d9358a576ce"


def sealed_sample():
    return seal(sample_assessment())


def with_case(assessment, **fields):
    return assessment.model_copy(update={"case": assessment.case.model_copy(update=fields)})


def with_header(assessment, **fields):
    return assessment.model_copy(update={"header": assessment.header.model_copy(update=fields)})


def with_grade(assessment, grade):
    first, *others = assessment.answers
    return assessment.model_copy(update={"answers": (first.model_copy(update={"grade": grade}), *others)})


def with_text(assessment, text):
    return assessment.model_copy(update={"judgement": assessment.judgement.model_copy(update={"text": text})})


def with_version(assessment, version):
    return assessment.model_copy(update={"checklist": assessment.checklist.model_copy(update={"version": version})})


def read(raw):
    assessment, _ = parse(raw, "post.toml")
    return assessment


def test_the_same_record_has_the_same_seal_for_ever():
    """Test vectors: these values may never change while the algorithm is called sha256-1."""
    assert seal(small_assessment()).seal.value == SMALL_SEAL
    assert sealed_sample().seal.value == SAMPLE_SEAL


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["namn"] for vector in VECTORS])
def test_a_vector_gives_its_canonical_form_and_its_seal(vector):
    data = tomllib.loads(vector["post"])
    assert canonical(sealed_content(data)).decode() == vector["kanonisk"]
    assert verify_data(data).computed == vector["sigill"]
    assert seal(read(vector["post"].encode())).seal.value == vector["sigill"]


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["namn"] for vector in VECTORS])
def test_a_vector_can_be_checked_without_the_program(vector):
    """With what every language has: JSON that reads back, and SHA-256."""
    raw = vector["kanonisk"].encode()
    assert json.dumps(json.loads(raw), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() == raw
    assert f"sha256-1:{hashlib.sha256(raw).hexdigest()}" == vector["sigill"]


def test_a_sealed_record_is_whole_in_memory_and_on_disk():
    sealed = sealed_sample()
    assert verify(sealed).is_whole
    assert verify(read(to_bytes(sealed))).is_whole
    assert verify_data(tomllib.loads(to_bytes(sealed).decode())).is_whole


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(assessments)
def test_any_sealed_assessment_is_still_whole_when_it_comes_back(assessment):
    sealed = seal(assessment)
    assert verify(sealed).is_whole
    assert verify(read(to_bytes(sealed))).is_whole


def test_a_record_without_a_seal_says_so():
    result = verify(sample_assessment())
    assert result.state == "unsealed"
    assert "inget sigill" in result.sentence


@pytest.mark.parametrize(
    "later",
    [
        lambda a: with_case(a, diary_number="RUN/9/2027"),
        lambda a: with_case(a, nyps_id="1"),
        lambda a: with_case(a, amount_granted=400_000, decision="beviljad", decided_on=date(2026, 12, 15)),
        lambda a: with_header(a, status="granskad"),
        lambda a: with_header(a, saved_at=CREATED + timedelta(days=1)),
        lambda a: a.model_copy(update={"result": {}}),
        lambda a: a.model_copy(update={"events": (*a.events, Event(at=CREATED, what="granskad"))}),
    ],
)
def test_what_may_come_later_leaves_the_seal_whole(later):
    assert verify(later(sealed_sample())).is_whole


@pytest.mark.parametrize(
    "change, part",
    [
        (lambda a: with_grade(a, 0), "svar"),
        (lambda a: with_grade(a, -1.5), "svar"),
        (lambda a: a.model_copy(update={"answers": a.answers[:-1]}), "svar"),
        (lambda a: a.model_copy(update={"answers": a.answers[::-1]}), "svar"),
        (lambda a: with_case(a, amount_applied=450_001), "arende"),
        (lambda a: with_header(a, officer="Någon annan"), "bedomning"),
        (lambda a: a.model_copy(update={"gates": ()}), "hallplats"),
        (lambda a: a.model_copy(update={"conflicts": ()}), "malkonflikt"),
        (lambda a: with_text(a, "x"), "samlad_bedomning"),
        (lambda a: with_version(a, "9.9.9"), "checklista"),
    ],
)  # fmt: skip
def test_any_other_change_breaks_it_and_the_part_is_named(change, part):
    result = verify(change(sealed_sample()))
    assert result.state == "broken"
    assert result.changed == (part,)


def with_first(assessment, **fields):
    first, *others = assessment.answers
    return assessment.model_copy(update={"answers": (first.model_copy(update=fields), *others)})


QUESTION = '"Hur påverkar insatsen utsläppen av växthusgaser?" (klimat-utslapp)'
NEW = Judged(item="ny", question="Ny fråga?", grade=1)


@pytest.mark.parametrize(
    "change, details",
    [
        (
            lambda a: with_grade(a, 0),
            [f"svaret på {QUESTION} är inte det som klarmarkerades."],
        ),
        (
            lambda a: with_first(a, rationale="Annat skäl."),
            [f"texten till svaret på {QUESTION} är inte den som klarmarkerades; själva svaret är detsamma."],
        ),
        (lambda a: a.model_copy(update={"answers": a.answers[1:]}), ["ett svar har tagits bort."]),
        (
            lambda a: a.model_copy(update={"answers": (*a.answers, NEW)}),
            ['svaret på "Ny fråga?" (ny) har tillkommit eller ersatt ett annat.'],
        ),
        (lambda a: a.model_copy(update={"answers": a.answers[::-1]}), ["svaren står i en annan ordning."]),
        (lambda a: with_text(a, "x"), []),
    ],
)  # fmt: skip
def test_the_seal_alone_tells_which_answer_was_changed(change, details):
    assert list(verify(change(sealed_sample())).details) == details


def test_a_record_sealed_without_marks_tells_the_part_alone():
    sealed = sealed_sample()
    bare = sealed.model_copy(update={"seal": sealed.seal.model_copy(update={"answers": ""})})
    result = verify(with_grade(bare, 0))
    assert (result.changed, result.details) == (("svar",), ())


def test_a_copy_of_what_was_sealed_tells_every_difference():
    sealed = sealed_sample()
    changed = with_case(with_text(with_grade(sealed, 0), "Annat."), amount_applied=1)
    assert verify(changed, original=sealed).details == (
        "arende: `sokt_belopp` var 450\u00a0000 och är nu 1.",
        "svar klimat-utslapp: `grad` var −1 och är nu 0.",
        'samlad_bedomning: `text` var "Insatsen bidrar socialt." och är nu "Annat.".',
    )


def test_many_differences_are_counted_and_not_all_told():
    sealed = seal(
        small_assessment().model_copy(update={"answers": tuple(Judged(item=f"q{n}", grade=1) for n in range(30))})
    )
    changed = sealed.model_copy(update={"answers": tuple(Judged(item=f"q{n}", grade=2) for n in range(30))})
    details = verify(changed, original=sealed).details
    assert len(details) == 21
    assert details[-1] == "och 10 ändringar till."


def test_a_finished_record_whose_seal_was_taken_away_is_doubtful():
    torn = with_header(sealed_sample(), status="klar").model_copy(update={"seal": None})
    result = verify(torn)
    assert (result.state, result.is_doubtful) == ("missing", True)
    assert "har tagits bort" in result.sentence


def test_an_extract_has_no_seal_to_miss():
    extract = with_header(sample_assessment(), status="klar").model_copy(update={"extract": Extract(from_seal="x")})
    result = verify(extract)
    assert (result.state, result.is_doubtful) == ("extract", False)
    assert "utdrag" in result.sentence


@pytest.mark.parametrize(
    "data",
    [
        {"sigill": 1}, {"sigill": {"varde": 5}}, {"sigill": {"varde": "sha256-1:x", "svar": 5, "delar": []}, "svar": 7},
        {"sigill": {"varde": "sha256-1:x", "svar": "a b", "delar": {"svar": "z"}}, "svar": [1, {"punkt": [2]}]},
        {"bedomning": [], "svar": [{"grad": float("nan")}], "sigill": {"varde": "sha256-1:", "svar": "x"}},
    ],
)  # fmt: skip
def test_data_that_is_no_record_is_never_whole_and_never_a_crash(data):
    assert not verify_data(data).is_whole


def test_very_many_answers_are_told_in_time():
    many = {
        "svar": [{"punkt": "samma"}] * 50_000,
        "sigill": {"varde": "sha256-1:x", "svar": "a " * 50_000, "delar": {"svar": "z"}},
    }
    assert verify_data(many).details == ()


def test_an_unknown_key_in_a_sealed_table_is_sealed_too():
    raw = to_bytes(sealed_sample()).replace(b"[arende]\n", b'[arende]\neget_falt = "x"\n')
    assert verify(read(raw)).changed == ("arende",)


def test_an_unknown_table_is_outside():
    assert verify(read(to_bytes(sealed_sample()) + b"\n[framtid]\na = 1\n")).is_whole


def test_grades_are_sealed_by_value():
    """1 and 1.0 are the same grade."""
    whole, decimal = (
        small_assessment().model_copy(update={"answers": (Judged(item="a", grade=grade),)}) for grade in (1, 1.0)
    )
    assert seal(whole).seal == seal(decimal).seal


def test_setting_a_late_key_for_the_first_time_leaves_the_seal_whole():
    bare = seal(small_assessment(diary_number=""))
    assert verify(with_case(bare, diary_number="RUN/1/2027")).is_whole


def test_without_part_fingerprints_nothing_is_guessed_at():
    sealed = sealed_sample()
    old = sealed.model_copy(update={"seal": sealed.seal.model_copy(update={"parts": {}})})
    result = verify(with_grade(old, 0))
    assert result.changed == ()
    assert "går inte att säga" in result.sentence


def test_a_copy_of_what_was_sealed_tells_which_part_was_changed():
    sealed = sealed_sample()
    old = sealed.model_copy(update={"seal": sealed.seal.model_copy(update={"parts": {}})})
    assert verify(with_grade(old, 0), original=sealed).changed == ("svar",)


def test_a_copy_of_something_else_proves_nothing():
    sealed = sealed_sample()
    old = sealed.model_copy(update={"seal": sealed.seal.model_copy(update={"parts": {}})})
    assert verify(with_grade(old, 0), original=small_assessment()).changed == ()


@pytest.mark.parametrize("grade", [b'"bra"', b"nan", b"99999999999999999999", b"12:00:00"])
def test_a_changed_value_that_is_not_even_right_breaks_the_seal(grade):
    raw = to_bytes(sealed_sample()).replace(b"grad = -1\n", b"grad = %b\n" % grade)
    assert read(raw) is None
    result = verify_data(tomllib.loads(raw.decode()))
    assert result.state == "broken"
    assert result.sentence.endswith("Ändrat: svaren.")


def test_a_seal_of_another_algorithm_is_not_called_broken():
    sealed = sealed_sample()
    other = sealed.model_copy(update={"seal": sealed.seal.model_copy(update={"value": "sha3-1:00"})})
    assert verify(other).state == "unknown"


def test_the_documentation_shows_the_first_vector():
    page = (Path(__file__).parents[2] / "docs" / "sigill.md").read_text(encoding="utf-8")
    shown = page.split("<!-- provvektor -->\n```json\n")[1].split("\n```")[0]
    assert shown == VECTORS[0]["kanonisk"]
    assert VECTORS[0]["sigill"] in page
