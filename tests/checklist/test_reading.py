"""From a file to a checklist, or to every fault in it at once."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallbarhet.checklist.reading import dump_checklist, load_checklist, read_checklist, read_checklist_bytes
from hallbarhet.errors import FaultyFileError, NotFoundError
from hallbarhet.settings import SHIPPED_FORMS

SHIPPED = sorted((Path(__file__).parents[2] / "checklists").glob("*.toml"))
FORMS = [form.id for form in SHIPPED_FORMS]


@pytest.mark.parametrize("path", SHIPPED, ids=[path.stem for path in SHIPPED])
def test_the_shipped_checklists_have_neither_faults_nor_warnings(path: Path):
    checklist, problems = read_checklist(path, support_forms=FORMS)
    assert checklist is not None
    assert [problem.sentence for problem in problems if problem.severity != "tips"] == []


@pytest.mark.parametrize("path", SHIPPED, ids=[path.stem for path in SHIPPED])
def test_what_is_written_reads_as_the_same_checklist(path: Path):
    checklist = load_checklist(path)
    again, problems = read_checklist_bytes(dump_checklist(checklist).encode(), "kopia.toml", support_forms=FORMS)
    assert again == checklist
    assert again is not None
    assert again.fingerprint == checklist.fingerprint
    assert [problem for problem in problems if problem.severity == "fel"] == []


def test_faults_of_every_sort_are_told_in_one_run_in_file_order(ground: Any):
    told = ground.told(
        ('namn = "Ekologisk"', 'namn = "Ekologisk"\nvikkt = 2'),
        ('dimension = "ekologisk"', 'dimension = "miljö"'),
        ("neutral = 0", 'neutral = "0"'),
        ('slag = "text"', 'slag = "prosa"'),
        ('strategimal = ["natur"]', 'strategimal = ["natr"]\nagenda2030 = ["99.1"]'),
        ('efter = "tva"', 'eftr = "tva"'),
        ("om = { punkt =", "om = { punk ="),
        ('minus = "utslapp"', 'minus = "utsläppen"'),
        "målkonflikt = 5",
    )
    codes = ["F201", "C102", "F203", "F204", "C102", "C307", "F201", "F209", "C102", "T107", "F201"]
    assert [code for code, _ in told] == codes
    assert [line for _, line in told] == sorted(line for _, line in told)


def test_a_fault_is_not_told_twice_because_something_hangs_on_it(ground: Any):
    for edits in (
        [('id = "fem"', 'id = "fe m"')],
        [('id = "klimat"\n', "")],
        [('id = "utslapp"', 'id = "utsläpp"')],
        [('[[avsnitt]]\nid = "tva"\ntitel = "Del 2"', '[[avsnitt]]\nid = "tva"')],
        [('version = "1.0.0"', 'version = "ett"')],
        [('skala = "fem"\ntema = "klimat"', 'skla = "fem"\ntema = "klimat"')],
        [('{ grad = 2, text = "Mycket bättre" },', '{ grad = "två", text = "Mycket bättre" },')],
        [('slag = "grupp"', 'slag = "grup"')],
        [('text = "Kvinnor"', 'txt = "Kvinnor"')],
        [('verkan = "stopp"', 'verkan = "stop"')],
    ):
        assert len(ground.told(*edits)) == 1, edits


def test_what_is_not_there_is_not_found(tmp_path: Path):
    with pytest.raises(NotFoundError, match="finns inte"):
        load_checklist(tmp_path / "saknas.toml")


def test_a_faulty_file_is_told_by_its_first_fault_and_how_many_more(ground: Any, tmp_path: Path):
    first = ('dimension = "ekologisk"', 'dimension = "miljö" #!')
    edits = [first, ('efter = "tva"', 'efter = "x"'), ('minus = "utslapp"', 'minus = "y"')]
    path = tmp_path / "grund.toml"
    path.write_text(ground.changed(*edits), encoding="utf-8")
    with pytest.raises(FaultyFileError) as caught:
        load_checklist(path)
    sentence = 'tema klimat: dimension "miljö" finns inte. Menade du "ekologisk"?'
    assert str(caught.value) == f"{path}:{ground.line(*edits)} {sentence} (2 fel till.)"


def test_an_empty_file_says_what_is_missing():
    checklist, problems = read_checklist_bytes(b"", "tom.toml")
    assert checklist is None
    missing = [f'"{key}" saknas.' for key in ("format", "checklista", "dimension", "avsnitt")]
    assert [problem.message for problem in problems] == missing


def test_a_key_with_dots_is_a_fault_and_a_quoted_one_a_warning(ground: Any):
    plain = 'vagledning = "Läs ansökan."\nslag = "tal"'
    bare = ground.problems((plain, plain.replace("vagledning", "vägledning")))
    assert [(problem.code, problem.severity) for problem in bare] == [("T107", "fel")]
    quoted = ground.problems((plain, plain.replace("vagledning", '"vägledning"')))
    assert [(problem.code, problem.severity) for problem in quoted] == [("T112", "varning")]


def test_the_same_words_give_the_same_fingerprint_however_they_are_written(ground: Any):
    plain = ground.checklist()
    for edits in (
        [("neutral = 0", "neutral = 0.0 # noll")],
        [('namn = "Kön"', 'namn = "K\\u006F\\u0308n"')],
        [('id = "barn"\nnamn = "Barn"', 'namn = "Barn"\nid = "barn"')],
    ):
        assert ground.checklist(*edits).fingerprint == plain.fingerprint
    assert ground.checklist(('namn = "Barn"', 'namn = "Unga"')).fingerprint != plain.fingerprint
    assert read_checklist_bytes(ground.text.replace("\n", "\r\n").encode(), "x")[0].fingerprint == plain.fingerprint


def test_a_right_file_never_pays_for_the_parser_that_explains(tmp_path: Path, ground: Any):
    path = tmp_path / "grund.toml"
    path.write_text(ground.text, encoding="utf-8")
    code = (
        "import sys; from hallbarhet.checklist.reading import load_checklist; load_checklist(sys.argv[1]); "
        "print([name for name in sys.argv[2:] if name in sys.modules])"
    )
    heavy = ["tree_sitter", "tree_sitter_toml", "numpy", "textual", "jinja2"]
    told = subprocess.run([sys.executable, "-c", code, str(path), *heavy], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


VALUES = ["5", '"x"', "[]", "{}", "[[1]]", "true", "1e400", "-0.0", "2026-01-01", '["a", 1]', "{ punkt = 1 }"]
KEYS = ["id", "om", "visas_om", "å", "min", "slag", "vikt", "grader", "till"]
HEADERS = ["[regler]", "[[avsnitt]]", "[avsnitt.punkt.visas_om]", "[[niva]]", "[[malkonflikt]]", "[[samspel]]"]


@st.composite
def mangled(draw: st.DrawFn) -> str:
    """A right checklist with some lines dropped, doubled, exchanged, given other keys or values, or cut."""
    lines = MANGLED.split("\n")
    position = st.integers(0, len(lines) - 1)
    for _ in range(draw(st.integers(1, 6))):
        number, other = draw(position), draw(position)
        key, equals, value = lines[number].partition("=")
        lines[number] = draw(
            st.sampled_from([
                "",
                f"{lines[number]}\n{lines[other]}",
                lines[other],
                f"{key}= {draw(st.sampled_from(VALUES))}",
                f"{draw(st.sampled_from(KEYS))} ={value}" if equals else lines[number],
                draw(st.sampled_from(HEADERS)),
                lines[number][: len(lines[number]) // 2],
            ])
        )  # fmt: skip
    return "\n".join(lines)


@settings(max_examples=150, deadline=None)
@given(mangled())
def test_a_mangled_checklist_is_either_right_or_explained(text: str):
    checklist, problems = read_checklist_bytes(text.encode(), "grund.toml", support_forms=FORMS)
    assert (checklist is None) == any(problem.severity == "fel" for problem in problems)
    for problem in problems:
        assert "\n" not in problem.sentence
        assert problem.line is None or problem.line <= text.count("\n") + 1


MANGLED = (Path(__file__).parents[2] / "checklists" / "grund-kommersiell-service.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("size", [1, 2, 5])
def test_endless_lists_end_in_time(size: int):
    many = "".join(f'[[tema]]\nid = "t{number}"\n' for number in range(2_000 * size))
    _, problems = read_checklist_bytes(f"format = 1\n{many}".encode(), "grund.toml")
    assert problems
    assert len(problems) < 1_000
