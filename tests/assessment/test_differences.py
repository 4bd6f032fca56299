"""What differs between two records or checklists, told in words."""

from datetime import date

import pytest

from hallbarhet.assessment.differences import differences


def told(before, after):
    return [difference.sentence for difference in differences(before, after)]


def test_the_same_data_differs_in_nothing():
    data = {"svar": [{"punkt": "a", "grad": 1}], "arende": {"rubrik": "x"}}
    assert told(data, {"arende": {"rubrik": "x"}, "svar": [{"punkt": "a", "grad": 1.0}]}) == []


def test_an_entry_is_known_by_its_name_and_not_by_its_place():
    before = {"svar": [{"punkt": "a", "grad": 1}, {"punkt": "b", "grad": 0}]}
    after = {"svar": [{"punkt": "ny", "grad": 2}, {"punkt": "a", "grad": -1}]}
    assert told(before, after) == [
        "svar ny: har tillkommit.",
        "svar a: `grad` var 1 och är nu −1.",
        "svar b: har tagits bort.",
    ]


def test_another_order_is_told_as_that():
    before = {"svar": [{"punkt": "a"}, {"punkt": "b"}]}
    assert told(before, {"svar": before["svar"][::-1]}) == ['`svar` var "a" och "b" och är nu "b" och "a".']


@pytest.mark.parametrize(
    "before, after, sentence",
    [
        (450000, 450001, "`x` var 450\u00a0000 och är nu 450\u00a0001."),
        (True, 1, "`x` var ja och är nu 1."),
        (None, date(2026, 1, 2), "`x` har tillkommit: 2026-01-02."),
        ("bort", None, '`x` har tagits bort. Där stod "bort".'),
        ("", "nu", '`x` var tomt och är nu "nu".'),
        (["a"], ["a", "b"], '`x` var "a" och är nu "a" och "b".'),
        ("l" * 60 + "a", "l" * 60 + "b", "`x` har ändrats."),
        ({"a": 1}, 2, "`x` var a 1 och är nu 2."),
    ],
)
def test_values_are_told_as_a_person_writes_them(before, after, sentence):
    pair = ({} if value is None else {"x": value} for value in (before, after))
    assert told(*pair) == [sentence]


def test_questions_are_found_wherever_they_stand_in_a_checklist():
    def checklist(weight):
        return {"avsnitt": [{"id": "s", "punkt": [{"id": "p", "vikt": 1}, {"id": "q", "vikt": weight}]}]}

    assert told(checklist(1), checklist(3)) == ["punkt q: `vikt` var 1 och är nu 3."]


def test_grades_of_a_scale_are_known_by_their_grade():
    def scale(name):
        return {"skala": [{"id": "s", "grader": [{"grad": -1, "namn": "Nej"}, {"grad": 1, "namn": name}]}]}

    assert told(scale("Ja"), scale("Jo")) == ['skala s, grad 1: `namn` var "Ja" och är nu "Jo".']
