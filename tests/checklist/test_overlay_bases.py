"""Which base an overlay is built on: found, refused, newest that fits, or as it was when it was accepted."""

from collections.abc import Callable
from typing import Any

import pytest
from support.overlays import HEAD, Folder

from hallbarhet.checklist.reading import load_checklist, read_checklist


@pytest.mark.parametrize(
    "value, code, words",
    [
        ('"saknas@1.0"', "O102", 'grunden "saknas@1.0" finns inte'),
        ('"grund@2"', "O102", "Det har letats i"),
        ('"grund @1"', "O101", "Skriv id och version"),
        ("5", "O101", "Skriv id och version"),
        ('"trasig"', "O103", "går inte att läsa"),
        ('"region"', "O104", "i ring: region@1.0.0 → region"),
    ],
)
def test_a_base_that_cannot_be_used_is_one_sentence(folder: Folder, value: str, code: str, words: str):
    folder.write("trasig.toml", '[checklista]\nid = "trasig"\nversion = "1.0.0"\n[x\n')
    checklist, problems = folder.read("", HEAD.replace('"grund@1.0"', value))
    assert checklist is None
    assert [(problem.code, problem.line) for problem in problems] == [(code, 6)]
    assert words in problems[0].sentence


def test_checklists_that_build_on_each_other_are_told(folder: Folder):
    folder.write("a.toml", HEAD.replace('"region"', '"a"').replace("grund@1.0", "b@1.0"))
    folder.write("b.toml", HEAD.replace('"region"', '"b"').replace("grund@1.0", "a@1.0"))
    _, problems = read_checklist(folder.path / "a.toml")
    assert [problem.code for problem in problems] == ["O104"]
    assert "a@1.0.0 → b@1.0.0 → a@1.0.0" in problems[0].message


def test_a_chain_that_is_too_long_is_told(folder: Folder):
    for number in range(12):
        folder.write(
            f"n{number}.toml", HEAD.replace('"region"', f'"n{number}"').replace("grund@1.0", f"n{number + 1}@1.0")
        )
    _, problems = read_checklist(folder.path / "n0.toml")
    assert [problem.code for problem in problems] == ["O104"]
    assert "mer än 8 nivåer" in problems[0].message


def test_the_newest_base_that_fits_is_used(folder: Folder, ground: Any):
    for version in ("1.0.9", "1.0.10", "1.1.0", "2.0.0"):
        folder.write(f"{version}.toml", ground.changed(('version = "1.0.0"', f'version = "{version}"')))
    assert folder.merged("").origins[0].version == "1.0.10"
    assert folder.merged("", HEAD.replace("@1.0", "@1")).origins[0].version == "1.1.0"
    assert folder.merged("", HEAD.replace("@1.0", "")).origins[0].version == "2.0.0"


@pytest.fixture
def recorded(folder: Folder) -> Callable[[str], str]:
    fingerprint = load_checklist(folder.ground).fingerprint
    return lambda reference: HEAD.replace("grund@1.0", reference) + f'bygger_pa_fingeravtryck = "{fingerprint}"\n'


def test_a_base_that_is_as_it_was_gives_no_remark(folder: Folder, recorded: Callable[[str], str]):
    assert folder.told("", recorded("grund@1.0")) == []


def test_a_base_that_was_changed_under_its_version_is_told(folder: Folder, ground: Any, recorded: Callable[[str], str]):
    head = recorded("grund@1.0")
    folder.write("grund.toml", ground.changed(('text = "Vilka påverkas?"', 'text = "Vem påverkas?"')))
    checklist, problems = folder.read("", head)
    assert checklist is not None
    assert [(p.code, p.severity, p.line) for p in problems] == [("O105", "varning", 7)]
    assert "inte densamma" in problems[0].message


def test_the_base_as_it_was_is_used_until_the_newer_one_is_accepted(
    folder: Folder, ground: Any, recorded: Callable[[str], str]
):
    head = recorded("grund@1.0")
    folder.write("checklistor/kvar.toml", ground.text)
    folder.write("grund.toml", ground.changed(
        ('version = "1.0.0"', 'version = "1.1.0"'), ('text = "Vilka påverkas?"', 'text = "Vem påverkas?"'),
        ('namn = "Social"', 'namn = "Socialt"'),
    ))  # fmt: skip
    checklist, problems = folder.read('[[dimension]]\nid = "social"\nvikt = 2\n', head)
    assert checklist is not None
    assert checklist.item_by_id["vilka"].text == "Vilka påverkas?"
    (problem,) = problems
    assert (problem.code, problem.severity, problem.line) == ("O106", "varning", 7)
    assert (
        "Ändrat i grunden: dimension social och punkt vilka. Det berör tilläggets dimension social." in problem.message
    )
    assert 'bygger_pa = "grund@1.1.0"' in problem.suggestion
    assert load_checklist(folder.path / "grund.toml").fingerprint in problem.suggestion
