import json
from datetime import UTC, date, datetime

import pytest
import tomli_w
from support.small import CLOCK
from support.worked import ANSWERS, DATA

from hallbarhet import __version__
from hallbarhet.assessment.model import Assessment, GateDecision, Header, Judged, NotRelevant, Unknown
from hallbarhet.assessment.moment import reference
from hallbarhet.assessment.plans import plan_of
from hallbarhet.assessment.result import machine_row, score, stored_result, with_robustness
from hallbarhet.checklist.model import Checklist
from hallbarhet.scoring.outcome import Flip, Robustness

TABLES = {
    "hallplats": [
        {"id": "stopp", "efter": "fragor", "titel": "S", "verkan": "stopp", "om": {"punkt": "M3", "max": -2}}
    ],
    "malkonflikt": [{"id": "par", "titel": "P", "slag": "par", "plus": "E1", "minus": "M2"}],
}


def checklist(**tables):
    return Checklist.model_validate(DATA | TABLES | tables, by_alias=True, by_name=False)


CHECKLIST = checklist()


def assessed(answers=ANSWERS, **fields):
    kinds = {"unknown": Unknown, "na": NotRelevant}
    entries = tuple(
        kinds[grade](item=item, rationale="Berörs inte alls.")
        if isinstance(grade, str)
        else Judged(item=item, grade=grade)
        for item, grade in answers.items()
    )
    header = Header(id="b-1", created_at=datetime(2026, 1, 1, tzinfo=UTC))
    return Assessment(header=header, checklist=reference(CHECKLIST), answers=entries, **fields)


def test_a_row_has_every_key_of_the_format_in_order():
    row = machine_row("a.toml", assessed(), score(CHECKLIST, assessed(), robustness=False))
    assert list(row) == [
        "post", "id", "checklista", "dimensioner", "teman", "index", "niva", "status", "flaggor", "svarsgrad",
        "ej_relevant_effekt", "hallplatser", "malkonflikter", "agenda2030", "robusthet",
    ]  # fmt: skip
    assert row["checklista"] == {"id": "arbetat-exempel", "version": "1.0.0", "fingeravtryck": CHECKLIST.fingerprint}
    assert list(row["dimensioner"]["social"]) == [
        "min",
        "netto",
        "max",
        "plus",
        "minus",
        "svarsgrad",
        "ej_relevant_andel",
    ]
    assert row["teman"]["jamlik"] == {key: pytest.approx(250 / 3) for key in ("min", "netto", "max")}
    assert (row["niva"], row["status"]) == ({"min": 4, "netto": 4, "max": 4}, "niva_klar")
    assert row["hallplatser"] == [{"id": "stopp", "utfall": "ej_utlost", "beslut": None}]
    assert row["malkonflikter"][0] == {
        "id": "par", "slag": "par", "styrka": 0.5, "allvar": 2, "utfall": "utlost", "mot": ["E1", "M2"],
        "status": "oppen", "dokumenterad": 0.0,
    }  # fmt: skip
    assert row["robusthet"] == {"samma_niva": None, "klass": None, "narmast": []}


def test_a_missing_number_is_null_inside_its_object():
    waived = assessed(dict.fromkeys(("E1", "E2", "E3"), "na"))
    row = machine_row("a.toml", waived, score(CHECKLIST, waived, robustness=False))
    assert row["dimensioner"]["ekonomisk"]["netto"] is None
    assert row["teman"]["affar"] == {"min": None, "netto": None, "max": None}
    everything = assessed(dict.fromkeys(ANSWERS, "na") | {"M3": "unknown"})
    nothing = machine_row("a.toml", everything, score(checklist(avsnitt=text_only()), everything, robustness=False))
    assert nothing["index"] == nothing["niva"] == {"min": None, "netto": None, "max": None}


def text_only():
    return [{"id": "fragor", "titel": "F", "punkt": [{"id": "M3", "text": "?", "slag": "text"}, *moved("M2", "E1")]}]


def moved(*items):
    return [{"id": item, "text": "?", "slag": "text"} for item in items]


def test_no_number_is_ever_minus_zero_or_not_a_number():
    neutral = assessed(dict.fromkeys(ANSWERS, 0))
    text = json.dumps(machine_row("a.toml", neutral, score(CHECKLIST, neutral, robustness=False)), allow_nan=False)
    assert "-0.0" not in text


def test_the_stored_result_is_the_row_with_what_is_missing_left_out():
    waived = assessed(dict.fromkeys(("E1", "E2", "E3"), "na"))
    stored = stored_result(score(CHECKLIST, waived, robustness=False), CLOCK)
    assert (stored["motor"], stored["metod"], stored["beraknad"]) == (f"hallbarhet {__version__}", 1, CLOCK)
    assert "netto" not in stored["dimensioner"]["ekonomisk"]
    assert stored["hallplatser"][0] == {"id": "stopp", "utfall": "mojlig"}
    assert "affar" not in stored["teman"]
    assert tomli_w.dumps(stored)


def test_a_decision_is_told_with_its_gate():
    gate = GateDecision(id="stopp", decision="avsluta", rationale="Nej.", responsible="E", decided_on=date(2026, 1, 1))
    found = score(CHECKLIST, assessed(gates=(gate,)), robustness=False)
    assert (found.state, found.gates[0].decision, found.gates[0].is_settled) == ("avslutad", "avsluta", True)


def test_a_plan_can_stand_in_for_its_checklist():
    assert score(plan_of(CHECKLIST), assessed(), robustness=False) == score(CHECKLIST, assessed(), robustness=False)


def test_robustness_comes_along_unless_it_is_not_asked_for():
    found = score(CHECKLIST, assessed())
    assert found.robustness is not None
    row = machine_row("a.toml", assessed(), found)["robusthet"]
    assert row["klass"] == "stabil"
    assert row["narmast"][0] == {"punkt": "M3", "fran": 0, "till": -1, "niva": 3}
    assert score(CHECKLIST, assessed(), robustness=False).robustness is None


def test_a_level_that_does_not_stand_is_flagged_in_its_place_among_the_flags():
    plain = score(CHECKLIST, assessed(ANSWERS | {"M3": "unknown"}), robustness=False)
    assert plain.flags == ("mojlig_hallplats",)
    shaky = Robustness(0.5, "kanslig", 1.0, 2.0, (), (Flip("S1", 0.5, 1, 1, 3),))
    flagged = with_robustness(plain, shaky)
    assert flagged.flags == ("robusthet_lag", "mojlig_hallplats")
    assert with_robustness(flagged, None).flags == plain.flags
    assert machine_row("a", assessed(), flagged)["robusthet"]["narmast"] == [
        {"punkt": "S1", "fran": 0.5, "till": 1, "niva": 3}
    ]
