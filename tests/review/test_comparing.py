"""What a change to a checklist does to its test cases and to saved assessments, before anybody adopts it."""
# ruff: noqa: E501  (a table reads best with one case per row)

import tomllib

import pytest
from support.small import CLOCK, SMALL

from hallbarhet.assessment.keeper import Keeper
from hallbarhet.assessment.model import Case
from hallbarhet.assessment.moment import new_assessment
from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.checklist.model import Checklist
from hallbarhet.review.compared import archive_row, archive_told, example_row, examples_told, moved_row
from hallbarhet.review.comparing import compare_archive, compare_examples
from hallbarhet.scoring.flips import flip
from hallbarhet.scoring.outcome import LevelRange

EXAMPLES = """
[[provfall]]
namn = "Fler jobb"
svar = { jobb = 2, utslapp = 1 }
vantat = { niva = 5 }

[[provfall]]
namn = "Neutralt"
svar = {}
vantat = { niva = 3 }
"""

LEVELS = """
[[niva]]
niva = 5
namn = "Hög"
index_min = 90
dimension_min = 0
[[niva]]
niva = 1
namn = "Låg"
"""


def checklist(*edits, version="1.0.0"):
    text = SMALL.replace('version = "1.0.0"', f'version = "{version}"') + EXAMPLES
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return Checklist.model_validate(tomllib.loads(text), by_alias=True, by_name=False)


def stricter():
    return checklist(("[regler]", f"{LEVELS}[regler]"), version="1.1.0")


def saved(archive, number, made_with, *, jobb, utslapp):
    case = Case(diary_number=f"RUN/{number}/2026", support_form="projektmedel", title="T", amount_applied=1)
    start = new_assessment(made_with, case, officer="Eva", id=f"0193f2a0-0000-7000-8000-00000000000{number}", now=CLOCK)
    session = AssessmentSession(made_with, start, clock=lambda: CLOCK)
    session.judge("jobb", jobb)
    if utslapp is not None:
        session.judge("utslapp", utslapp)
    keeper = Keeper(archive, session)
    keeper.keep()
    return keeper.path


def test_test_cases_that_come_to_something_else_are_told():
    compared = compare_examples(checklist(), stricter())
    assert [(change.name, change.before.level, change.after.level) for change in compared.changed] == [
        ("Fler jobb", 5, 1),
        ("Neutralt", 3, 1),
    ]
    assert list(examples_told(compared)) == [
        "2 av 2 provfall ger något annat än förut:",
        "- ”Fler jobb”: nivån går från 5 till 1.",
        "- ”Neutralt”: nivån går från 3 till 1.",
    ]


def test_conflicts_and_gates_that_come_and_go_are_told_by_name():
    lower = ('minus = "utslapp"', 'minus = "utslapp"\ntroskel_minus = 1')
    gate = ('om = { punkt = "utslapp", max = -2 }', 'om = { punkt = "utslapp", max = -1 }')
    example = ("svar = { jobb = 2, utslapp = 1 }", "svar = { jobb = 2, utslapp = -1 }")
    compared = compare_examples(checklist(example), checklist(example, lower, gate))
    (line,) = list(examples_told(compared))[1:]
    assert "målkonflikten ”Fler jobb mot högre utsläpp” utlöses inte längre" in line
    assert "hållplatsen ”Stora utsläpp” utlöses" in line
    assert "läget går från ”Nivån är klar” till ”Stopp”" in line


def test_nothing_changed_is_told_in_one_sentence():
    assert list(examples_told(compare_examples(checklist(), checklist()))) == [
        "Alla 2 provfall ger samma nivå, läge, målkonflikter och hållplatser som förut."
    ]


def test_a_renamed_question_takes_the_test_cases_answer_along():
    row = '\n[[koppling]]\nfran_version = "1"\nslag = "samma"\nfran = "jobb"\ntill = "arbete"\n[[provfall]]\nnamn = "Fler jobb"'
    renamed = [
        ('{ id = "jobb",', '{ id = "arbete",'),
        ('visas_om = { punkt = "jobb"', 'visas_om = { punkt = "arbete"'),
        ('plus = "jobb"', 'plus = "arbete"'),
        ("svar = { jobb = 2,", "svar = { arbete = 2,"),
        ('\n[[provfall]]\nnamn = "Fler jobb"', row),
    ]
    assert compare_examples(checklist(), checklist(*renamed, version="2.0.0")).changed == ()


def test_saved_assessments_that_would_change_level_are_counted_and_named(tmp_path):
    old, new = checklist(), stricter()
    saved(tmp_path, 1, old, jobb=2, utslapp=2)
    saved(tmp_path, 2, old, jobb=2, utslapp=1)
    saved(tmp_path, 3, old, jobb=2, utslapp=None)
    (tmp_path / "trasig.toml").write_text("[bedomning\n", encoding="utf-8")
    heard = []
    compared = compare_archive(old, new, tmp_path, told=heard.append)
    assert heard == [1, 2, 3, 4]
    assert (compared.compared, compared.other, [path.name for path in compared.unreadable]) == (3, 0, ["trasig.toml"])
    assert [(one.case, one.before.central, one.after.central, one.flip) for one in compared.moved] == [
        ("RUN/2/2026", 5, 1, "saker"),
        ("RUN/3/2026", 5, 1, "mojlig"),
    ]
    told = list(archive_told(compared))
    assert told[0].startswith("3 bedömningar jämförda: 2 byter nivå, 0 uppåt och 2 nedåt. 1 av bytena är säkra")
    assert told[1] == "- RUN/2/2026: från nivå 5 till nivå 1, säkert"
    assert "1 post kunde inte läsas." in told[-2]
    assert told[-1] == "Ingen post är ändrad, och inget fattat beslut ändras."


def test_no_record_is_changed(tmp_path):
    path = saved(tmp_path, 1, checklist(), jobb=2, utslapp=1)
    before = {file: file.read_bytes() for file in tmp_path.rglob("*.toml")}
    compare_archive(checklist(), stricter(), tmp_path)
    assert {file: file.read_bytes() for file in tmp_path.rglob("*.toml")} == before
    assert path in before


def test_records_of_other_checklists_are_left_out_and_counted(tmp_path):
    saved(tmp_path, 1, checklist(('id = "liten"', 'id = "annan"')), jobb=2, utslapp=1)
    compared = compare_archive(checklist(), stricter(), tmp_path)
    assert (compared.compared, compared.other) == (0, 1)


def test_a_record_of_an_older_version_is_carried_to_both(tmp_path):
    saved(tmp_path, 1, checklist(version="0.9.0"), jobb=2, utslapp=1)
    compared = compare_archive(checklist(), stricter(), tmp_path)
    assert [(one.before.central, one.after.central) for one in compared.moved] == [(5, 1)]


def test_the_rows_for_another_program_hold_the_same():
    compared = compare_examples(checklist(), stricter())
    row = example_row(compared.changed[0])
    assert row["fore"]["niva"], row["efter"]["niva"] == (5, 1)
    assert row["text"] == "”Fler jobb”: nivån går från 5 till 1."


def test_the_archives_rows(tmp_path):
    old, new = checklist(), stricter()
    path = saved(tmp_path, 2, old, jobb=2, utslapp=1)
    compared = compare_archive(old, new, tmp_path)
    assert moved_row(compared.moved[0])["post"] == str(path)
    assert archive_row(compared)["arkiv"] == {
        "jamforda": 1, "byter_niva": 1, "sakra": 1, "andra_checklistor": 0, "olasliga": [],
    }  # fmt: skip


@pytest.mark.parametrize(
    "before, after, expected",
    [((3, 3, 3), (3, 3, 3), "ingen"), ((3, 3, 3), (4, 4, 4), "saker"), ((2, 3, 4), (3, 4, 5), "mojlig"), ((None, None, None), (3, 3, 3), "mojlig")],
)  # fmt: skip
def test_a_flip_is_sure_only_when_the_ranges_lie_apart(before, after, expected):
    assert flip(LevelRange(*before), LevelRange(*after)) == expected
