"""The blank record: readable from the first line on, told what is missing, and completed without the app."""

import subprocess
import sys
import tomllib

import pytest
from support.small import CLOCK, small_checklist

from hallbarhet.assessment.blank import blank_record
from hallbarhet.assessment.handwritten import retold, was_written_by_hand
from hallbarhet.assessment.model import Noted
from hallbarhet.assessment.records import load, parse
from hallbarhet.checklist.freezing import freeze
from hallbarhet.checklist.library import Library
from hallbarhet.linemode.completing import complete
from hallbarhet.review.checking import check_file

ID = "0193f2a0-0000-7000-8000-000000000001"
SHIPPED = ("grund-kommersiell-service", "kronoberg-foretagsstod", "kronoberg-projektmedel")


def blank(checklist=None):
    return blank_record(checklist or small_checklist(), id=ID, officer="Eva Ek", now=CLOCK)


@pytest.fixture
def kept(archive):
    """The small checklist lies in the archive, and a blank record beside it."""
    freeze(small_checklist(), archive / "checklistor")
    path = archive / "ny.toml"
    path.write_text(blank(), encoding="utf-8")
    return path


def told(path):
    return check_file(path, Library(path.parent), hints=True)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_blank_record_of_every_shipped_checklist_can_be_read(name):
    assessment, problems = parse(blank(Library().find(name)).encode(), "ny.toml")
    assert assessment is not None, problems
    assert problems == []
    assert all(isinstance(answer, Noted) for answer in assessment.answers)
    assert {answer.item for answer in assessment.answers} == {item.id for item in Library().find(name).items}


@pytest.mark.parametrize("name", SHIPPED)
def test_every_line_that_is_offered_as_an_answer_can_be_written_as_it_stands(name):
    text = blank(Library().find(name))
    keys = ("grad = ", "val = ", "varde = ", "fritext = ", "status = ")
    offered = [words for line in text.split("\n") if (words := line.removeprefix("#   ")).startswith(keys)]
    assert len(offered) > 100
    for line in offered:
        assert tomllib.loads(line)


@pytest.mark.parametrize("name", SHIPPED)
def test_every_gate_that_is_a_note_can_be_taken_into_use_by_taking_away_its_marks(name):
    text, blocks, taking = blank(Library().find(name)), [], False
    for line in text.split("\n"):
        taking = line == "# [[hallplats]]" or (taking and line.startswith("#"))
        if taking:
            blocks.append(line.removeprefix("# ").removeprefix("#"))
    gates = tomllib.loads("\n".join(blocks))["hallplats"]
    assert all(gate["titel"] and gate["beslut"] == "vidare" for gate in gates)


def test_a_note_can_never_become_data():
    checklist = small_checklist()
    section = checklist.sections[0]
    evil = section.items[0].model_copy(
        update={"guidance": 'Rad\r[sigill]\u2028varde = 1\x00\x0bx = "', "text": 'Ett "?'}
    )
    changed = section.model_copy(update={"items": (evil, *section.items[1:])})
    data = tomllib.loads(blank(checklist.model_copy(update={"sections": (changed, *checklist.sections[1:])})))
    assert "sigill" not in data
    assert data["svar"][0]["text"] == 'Ett "?'


def test_nothing_is_answered_in_a_blank_record(kept):
    loaded = load(kept)
    assert was_written_by_hand(loaded)
    walked = retold(small_checklist(), loaded.assessment)
    assert (walked.answers, walked.gates, walked.conflicts, walked.judgement.text) == ((), (), (), "")


def test_checking_tells_what_is_missing_question_by_question_with_its_line(kept):
    found = {problem.message: problem for problem in told(kept)}
    jobs = found["”Jobb” är inte besvarad. Välj ett svar, eller ”vet inte”."]
    assert kept.read_text(encoding="utf-8").split("\n")[jobs.line - 1] in {"[[svar]]", 'punkt = "jobb"'}
    assert jobs.severity == "tips"
    assert "Ärendet saknar rubrik. Fyll i det bland ärendets uppgifter." in found


def test_checking_names_the_conflicts_that_arise_and_what_to_write(kept):
    text = kept.read_text(encoding="utf-8")
    for item, grade in (("jobb", "2"), ("utslapp", "-1")):
        head, mark, rest = text.partition(f'punkt = "{item}"')
        text = head + mark + rest.replace('status = "obesvarad"', f"grad = {grade}", 1)
    kept.write_text(text, encoding="utf-8")
    suggestions = [problem.suggestion for problem in told(kept)]
    assert any('id = "jobb-mot-utslapp"' in words and "fyll i motivering, atgard" in words for words in suggestions)


def test_an_answer_left_beside_its_blank_status_is_told(kept):
    text = kept.read_text(encoding="utf-8").replace('\nstatus = "obesvarad"', '\nstatus = "obesvarad"\ngrad = 1', 1)
    kept.write_text(text, encoding="utf-8")
    assert any(problem.code == "P403" for problem in told(kept))


def test_hints_are_for_one_record_and_not_for_an_archive(kept):
    assert check_file(kept, Library(kept.parent)) == []


def test_an_answer_that_is_no_longer_asked_is_told(kept):
    text = kept.read_text(encoding="utf-8")
    head, mark, rest = text.partition('punkt = "jobb"')
    rest = rest.replace('status = "obesvarad"', "grad = 0", 1).replace('status = "obesvarad"', "varde = 3", 1)
    kept.write_text(head + mark + rest, encoding="utf-8")
    assert any("”Antal jobb” ställs inte" in problem.message for problem in told(kept))


def test_completion_is_refused_with_everything_that_is_missing_and_nothing_is_changed(kept):
    before = kept.read_bytes()
    completion = complete(kept, kept.parent, lambda: CLOCK)
    assert not completion.is_done
    assert any("”Utsläpp” är inte besvarad" in line for line in completion.lines)
    assert kept.read_bytes() == before


def test_an_answer_that_is_none_keeps_the_record_from_being_completed(kept):
    head, mark, rest = kept.read_text(encoding="utf-8").partition('punkt = "jobb"')
    kept.write_text(head + mark + rest.replace('status = "obesvarad"', "grad = 77", 1), encoding="utf-8")
    lines = complete(kept, kept.parent, lambda: CLOCK).lines
    assert any("Jobb: svaret finns inte på frågans skala" in line for line in lines)


def test_what_nobody_understands_is_kept(kept):
    text = kept.read_text(encoding="utf-8")
    head, mark, rest = text.partition('punkt = "jobb"')
    text = head + mark + rest.replace('status = "obesvarad"', 'grad = 1\neget_marke = "spara"', 1)
    text += '\n[[svar]]\npunkt = "en-annan-fraga"\ngrad = 3\n'
    kept.write_text(text, encoding="utf-8")
    walked = retold(small_checklist(), load(kept).assessment)
    assert walked.answer_by_item["jobb"].model_extra == {"eget_marke": "spara"}
    assert walked.answer_by_item["en-annan-fraga"].grade == 3


def run(*words, stdin="", cwd):
    return subprocess.run(
        [sys.executable, "-m", "hallbarhet", *words], input=stdin, capture_output=True, text=True, cwd=cwd, check=False
    )


def test_the_commands_do_the_same_from_a_shell(archive, tmp_path):
    made = run("mall", "grund-kommersiell-service", cwd=tmp_path)
    assert made.returncode == 0
    path = archive / "ny.toml"
    path.write_text(made.stdout, encoding="utf-8")
    checked = run("granska", str(path), cwd=tmp_path)
    assert checked.returncode == 0
    assert "är inte besvarad" in checked.stdout
    refused = run("klarmarkera", str(path), cwd=tmp_path)
    assert refused.returncode == 1
    assert "återstår:" in refused.stdout
    talked = run("radvis", str(path), stdin="RUN/9/2026\navsluta\n", cwd=tmp_path)
    assert talked.returncode == 0, talked.stderr
    assert load(path).assessment.case.diary_number == "RUN/9/2026"
    assert (archive / "checklistor").is_dir()
