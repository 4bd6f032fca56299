import numpy as np
import pytest
from support.explained import GATES, explained, gate, of_answers
from support.worked import ANSWERS, answers_to, worked_items, worked_plan


def test_a_gate_is_explained_down_to_the_atom_that_decided_it():
    found = explained(ANSWERS | {"M3": -2}, worked_plan(hallplats=GATES))
    stop, hold, count = found.gates
    assert (stop.effect, stop.triggered, stop.condition.truth, stop.condition.kind) == (
        "stopp",
        "utlost",
        "sant",
        "led",
    )
    atom = stop.condition.atom
    assert (atom.about, atom.ids, atom.state, atom.low, atom.high) == ("punkt", ("M3",), "besvarad", -2, -2)
    assert atom.limits.at_most == -2
    assert (hold.triggered, hold.condition.truth) == ("ej_utlost", "falskt")
    first, second = hold.condition.parts
    assert (first.truth, first.decides) == ("falskt", True)
    assert (second.kind, second.truth, second.decides) == ("inte", "sant", False)
    assert (second.parts[0].truth, second.parts[0].decides) == ("falskt", False)
    assert hold.condition.deciding == (first,)
    assert (count.condition.truth, count.condition.count.at_least) == ("sant", 2)
    assert [part.truth for part in count.condition.parts] == ["falskt", "sant", "sant"]
    assert all(part.decides for part in count.condition.parts)


def test_what_depends_on_an_unknown_answer_names_it():
    found = explained(ANSWERS | {"M3": "unknown"}, worked_plan(hallplats=GATES))
    stop = gate(found, "G1")
    assert (stop.triggered, stop.condition.truth) == ("mojlig", "beror")
    (atom,) = stop.condition.deciding
    assert (atom.atom.state, atom.atom.low, atom.atom.high) == ("vet_inte", -2, 2)
    hold = gate(explained(ANSWERS | {"M1": -1, "S3": "unknown"}, worked_plan(hallplats=GATES)), "G2")
    assert [trace.atom.ids for trace in hold.condition.deciding] == [("S3",)]


def test_one_true_part_decides_where_one_is_enough():
    either = {"minst_en": [{"punkt": "M1", "min": 2}, {"punkt": "M2", "max": -1}, {"punkt": "E1", "lika": 2}]}
    plan = worked_plan(hallplats=[GATES[0] | {"om": either}])
    found = explained(ANSWERS, plan).gates[0].condition
    assert [trace.atom.ids for trace in found.deciding] == [("M2",), ("E1",)]
    assert found.parts[2].atom.limits.one_of == (2,)
    none = explained(ANSWERS | {"M2": 1, "E1": 0}, plan).gates[0].condition
    assert len(none.deciding) == 3


@pytest.mark.parametrize(
    "atom, about, ids, measure, low, high",
    [
        ({"dimension": "ekologisk", "under": 0}, "dimension", ("ekologisk",), "netto", -41.666666666667, 25),
        ({"tema": "klimat", "varde": "plus", "min": 1}, "tema", ("klimat",), "plus", 0, 66.666666666667),
        ({"tema": "klimat", "varde": "dold", "min": 0.5}, "tema", ("klimat",), "dold", 0, 1),
        ({"tagg": "barn", "min": 0}, "tagg", ("barn",), "netto", 50, 50),
        ({"mal": "13", "varde": "minus", "over": 5}, "mal", ("13",), "minus", 0, 11.111111111111),
        ({"mal": "rus", "over": 5}, "strategimal", ("rus",), "netto", 100 / 12, 100 / 12),
        ({"spann": "alla", "min": 50}, "spann", ("social", "ekologisk", "ekonomisk"), None, 37.5, 104.16666666667),
        ({"arende": "sokt_belopp", "min": 1}, "arende", ("sokt_belopp",), None, None, None),
        ({"punkt": "M1", "status": "vet_inte"}, "punkt", ("M1",), None, -2, 2),
        ({"punkt": "S1", "fasett": "tid", "varde": "min", "under": 0}, "fasett", ("S1", "tid"), "min", -2, -2),
        ({"punkt": "S1", "fasett": "tid", "min": 1}, "fasett", ("S1", "tid"), "spann", 3, 3),
        ({"punkt": "S2", "fasett": "tid", "min": 1}, "fasett", ("S2", "tid"), "spann", None, None),
        ({"punkt": "antal", "min": 3}, "punkt", ("antal",), None, 7, 7),
        ({"punkt": "slag", "lika": "b"}, "punkt", ("slag",), None, None, None),
    ],
)
def test_every_kind_of_atom_tells_what_it_found(atom, about, ids, measure, low, high):
    plan = worked_plan(
        hallplats=[GATES[1] | {"om": atom}],
        tagg=[{"id": "barn", "namn": "Barn"}],
        strategimal=[{"id": "rus", "namn": "RUS"}],
        fasett=[
            {
                "id": "tid",
                "namn": "Tid",
                "slag": "tid",
                "kategorier": [{"id": "nu", "text": "nu"}, {"id": "sen", "text": "sen", "lang_sikt": True}],
            }
        ],
        avsnitt=[
            worked_items(
                S1={"fasetter": ["tid"]},
                S2={"taggar": ["barn"], "fasetter": ["tid"]},
                M1={"agenda2030": ["13.2"]},
                E3={"strategimal": ["rus"]},
            )[0],
            {
                "id": "mer",
                "titel": "Mer",
                "punkt": [
                    {"id": "antal", "text": "Hur många?", "slag": "tal"},
                    {
                        "id": "slag",
                        "text": "Vilket?",
                        "slag": "val",
                        "alternativ": [{"id": "a", "text": "a"}, {"id": "b", "text": "b"}],
                    },
                ],
            },
        ],
    )
    answers = answers_to(plan, ANSWERS | {"M1": "unknown", "S2": 1})
    column = plan.questions.index
    answers.codes[0, [column["antal"], column["slag"]]] = 0
    answers.numbers[0, 0] = 7
    answers.choices[0, 1] = True
    answers.facets[0, :2] = [0, 3]
    found = of_answers(plan, answers).gates[0].condition.atom
    assert (found.about, found.ids, found.measure) == (about, ids, measure)
    assert (found.low, found.high) == (low and pytest.approx(low), high and pytest.approx(high))
    assert found.chosen == (("b",) if ids == ("slag",) else ())


def test_a_group_without_answers_has_no_range():
    plan = worked_plan(hallplats=[GATES[1] | {"om": {"tema": "plats", "under": 0}}])
    atom = explained(ANSWERS | {"S3": "na"}, plan).gates[0].condition.atom
    assert (atom.low, atom.high) == (None, None)


def test_a_gate_that_is_always_decided_names_what_it_waits_for():
    plan = worked_plan(hallplats=[{"id": "G", "efter": "fragor", "titel": "G", "verkan": "alltid"}])
    found = explained({item: grade for item, grade in ANSWERS.items() if item not in {"S2", "E1"}}, plan).gates[0]
    assert (found.condition, found.triggered, found.unanswered) == (None, "ej_utlost", ("S2", "E1"))
    assert explained(ANSWERS, plan).gates[0].unanswered == ()


def test_a_decision_and_whether_it_settles_stand_at_the_gate():
    plan = worked_plan(hallplats=GATES)
    decided = np.array([[0, 0, 1]], np.int8)
    found = gate(
        explained(ANSWERS | {"M3": -1}, plan, decisions=decided, gate_written=decided.astype(np.uint8) * 3), "G3"
    )
    assert (found.decision, found.is_settled, found.triggered) == ("vidare", True, "utlost")
