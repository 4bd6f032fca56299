"""How a fault is told to a person and to a machine."""

import pytest

from hallbarhet.checklist.problems import Path, Problem, faults, in_file_order, place


def problem(line: int | None = 41, file: str = "grund.toml", severity: str = "fel", message: str = "x") -> Problem:
    return Problem("C102", severity, file, line, "punkt q", message, 'Menade du "y"?')  # type: ignore[arg-type]


def test_a_sentence_says_where_what_and_what_instead():
    told = Problem(
        "C102", "fel", "grund.toml", 41, "punkt klimat-utslapp", 'dimension "miljö" finns inte.',
        'Menade du "ekologisk"?',
    )  # fmt: skip
    assert told.sentence == ('grund.toml:41 punkt klimat-utslapp: dimension "miljö" finns inte. Menade du "ekologisk"?')


def test_what_is_not_known_is_left_out_of_the_sentence():
    assert (
        Problem("T101", "fel", "grund.toml", None, "", "filen finns inte.").sentence == "grund.toml: filen finns inte."
    )


def test_a_machine_gets_every_key():
    assert problem().row == {
        "kod": "C102", "allvar": "fel", "fil": "grund.toml", "rad": 41,
        "plats": "punkt q", "text": "x", "forslag": 'Menade du "y"?',
    }  # fmt: skip


def test_problems_stand_in_file_order_and_each_once():
    first, last, headless = problem(3), problem(9), problem(None)
    other = problem(1, file="bas.toml")
    assert in_file_order([last, first, other, first, headless]) == [headless, first, last, other]


def test_only_faults_keep_a_file_from_being_used():
    assert faults([problem(severity="varning"), problem(severity="tips")]) == []


DATA = {
    "checklista": {"id": "g", "kallor": [{"titel": "RUS"}]},
    "skala": [{"id": "paverkan5", "grader": [{"grad": -2}, {"grad": 2}]}],
    "avsnitt": [{"id": "ett", "punkt": [{"id": "q1", "visas_om": {"alla": [{"punkt": "a"}]}}, {"text": "utan id"}]}],
    "regler": {"konflikt": {"stark": 1}},
    "niva": [{"niva": 5, "namn": "Starkt"}],
    "samspel": [{"fran": "8", "till": "15"}],
    "svar": [{"punkt": "q1", "fasetter": {"tid": {"kort": 1}}}],
}


@pytest.mark.parametrize(
    "path, words",
    [
        ((), ""),
        (("format",), ""),
        (("checklista", "id"), "checklista"),
        (("checklista", "kallor", 0, "titel"), "checklista, källa RUS"),
        (("skala", 0, "neutral"), "skala paverkan5"),
        (("skala", 0, "grader", 1, "text"), "skala paverkan5, grad 2"),
        (("avsnitt", 0, "titel"), "avsnitt ett"),
        (("avsnitt", 0, "punkt", 0, "skala"), "punkt q1"),
        (("avsnitt", 0, "punkt", 0, "visas_om", "alla", 0, "min"), "punkt q1, visas_om"),
        (("avsnitt", 0, "punkt", 1, "id"), "punkt nr 2"),
        (("avsnitt", 0, "punkt", 7), ""),
        (("regler", "konflikt", "stark"), "regler, konflikt"),
        (("niva", 0, "namn"), "nivå 5"),
        (("samspel", 0, "styrka"), "samspel 15"),
        (("svar", 0, "fasetter", "tid", "kort"), "svar q1, fasetter, tid"),
    ],
)
def test_a_place_is_told_in_words(path: Path, words: str):
    assert place(path, DATA) == words
