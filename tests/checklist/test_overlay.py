"""How a region makes a checklist its own."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hallbarhet.checklist.model import Checklist
from hallbarhet.checklist.problems import Problem
from hallbarhet.checklist.reading import (
    dump_checklist,
    load_checklist,
    read_checklist,
    read_checklist_bytes,
    read_with_origins,
)

HEAD = """format = 1
[checklista]
id = "region"
version = "1.0.0"
titel = "Regionens"
bygger_pa = "grund@1.0"
"""


class Folder:
    """A folder with a ground and overlays on it."""

    def __init__(self, path: Path, ground: str) -> None:
        self.path = path
        self.ground = self.write("grund.toml", ground)

    def write(self, name: str, text: str) -> Path:
        path = self.path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def read(self, text: str, head: str = HEAD) -> tuple[Checklist | None, list[Problem]]:
        return read_checklist(self.write("region.toml", head + text))

    def merged(self, text: str, head: str = HEAD) -> Checklist:
        checklist, problems = self.read(text, head)
        assert checklist is not None, [problem.sentence for problem in problems]
        assert [problem for problem in problems if problem.severity == "fel"] == []
        return checklist

    def told(self, text: str, head: str = HEAD) -> list[tuple[str, str, int | None]]:
        return [(p.code, Path(p.file).name, p.line) for p in self.read(text, head)[1]]


@pytest.fixture
def folder(tmp_path: Path, ground: Any) -> Folder:
    return Folder(tmp_path, ground.text)


def ids(entries: Any) -> list[str]:
    return [entry.id for entry in entries]


def test_an_overlay_of_nothing_is_its_base_under_another_name(folder: Folder):
    merged, base = folder.merged(""), load_checklist(folder.ground)
    assert merged.header.id == "region"
    assert merged.header.support_forms == ("projektmedel",)
    assert merged.sections == base.sections
    assert [(one.id, one.version, one.fingerprint) for one in merged.origins] == [("grund", "1.0.0", base.fingerprint)]


def test_a_known_id_replaces_the_named_fields_and_leaves_the_others(folder: Folder):
    merged = folder.merged(
        '[[avsnitt]]\nid = "ett"\n[[avsnitt.punkt]]\nid = "vilka"\ntext = "Vilka i länet påverkas?"\nvikt = 3\n'
        '[[dimension]]\nid = "social"\nvikt = 2\n'
    )
    item = merged.item_by_id["vilka"]
    assert (item.text, item.weight, item.scale, item.tags) == ("Vilka i länet påverkas?", 3, "fem", ("barn",))
    assert [dimension.weight for dimension in merged.dimensions] == [2, 1]
    assert ids(merged.items) == ["vilka", "hur", "sort", "utslapp", "ton"]


def test_a_new_id_adds_last_or_after_the_one_it_names(folder: Folder):
    new = 'text = "Ny?"\nvagledning = "Läs."\nslag = "text"\n'
    merged = folder.merged(
        '[[avsnitt]]\nid = "ett"\n'
        f'[[avsnitt.punkt]]\nid = "sist"\n{new}'
        f'[[avsnitt.punkt]]\nid = "a"\nplacera_efter = "hur"\n{new}'
        f'[[avsnitt.punkt]]\nid = "b"\nplacera_efter = "hur"\n{new}'
        f'[[avsnitt.punkt]]\nid = "c"\nplacera_efter = "b"\n{new}'
        '[[avsnitt]]\nid = "mitt"\ntitel = "Mitt emellan"\nplacera_efter = "ett"\n'
    )
    assert ids(merged.sections) == ["ett", "mitt", "tva"]
    assert ids(merged.sections[0].items) == ["vilka", "hur", "a", "b", "c", "sort", "sist"]


def test_a_question_named_under_another_part_moves_there(folder: Folder):
    merged = folder.merged('[[avsnitt]]\nid = "tva"\n[[avsnitt.punkt]]\nid = "sort"\nplacera_efter = "utslapp"\n')
    assert ids(merged.sections[0].items) == ["vilka", "hur"]
    assert ids(merged.sections[1].items) == ["utslapp", "sort", "ton"]
    assert merged.item_by_id["sort"].alternatives


def test_fields_are_unset(folder: Folder):
    merged = folder.merged('[[avsnitt]]\nid = "ett"\n[[avsnitt.punkt]]\nid = "hur"\nnollstall = ["visas_om"]\n')
    assert merged.item_by_id["hur"].shown_if is None


def test_what_is_dropped_stays_as_a_line_with_its_reason(folder: Folder):
    merged = folder.merged(
        '[[ta_bort]]\npunkt = "ton"\nmotivering = "Mäts i annat system."\n'
        '[[ta_bort]]\nmalkonflikt = "folk-mot-klimat"\nmotivering = "Fångas av spannet."\n'
    )
    assert "ton" not in merged.item_by_id
    assert [(one.kind, one.id, one.reason) for one in merged.dropped] == [
        ("punkt", "ton", "Mäts i annat system."),
        ("malkonflikt", "folk-mot-klimat", "Fångas av spannet."),
    ]


def test_entries_without_id_are_known_by_what_they_are_about(folder: Folder, ground: Any):
    folder.write("grund.toml", ground.changed(
        '[[niva]]\nniva = 2\nnamn = "Hög"\nindex_min = 10\n[[niva]]\nniva = 1\nnamn = "Låg"\n'
        '[[samspel]]\nfran = "8"\ntill = "15"\nstyrka = -2\n[[samspel]]\nfran = "8"\ntill = "13"\nstyrka = -1\n'
        '[[provfall]]\nnamn = "P"\nsvar = { vilka = 1 }\nvantat = { niva = 2 }\n'
        '[[koppling]]\nfran_version = "0"\nslag = "samma"\nfran = "a"\ntill = "vilka"\n'
        '[[koppling]]\nfran_version = "0"\nslag = "borttagen"\nfran = "b"\n'
    ))  # fmt: skip
    merged = folder.merged(
        '[[niva]]\nniva = 2\nindex_min = 20\n[[samspel]]\nfran = "8"\ntill = "15"\nstyrka = -3\n'
        '[[provfall]]\nnamn = "P"\nvantat = { niva = 1 }\n'
        '[[koppling]]\nfran_version = "0"\ntill = "vilka"\nslag = "omformulerad"\n'
        '[[ta_bort]]\nsamspel = ["8", "13"]\nmotivering = "Gäller inte här."\n'
        '[[ta_bort]]\nkoppling = ["0", "b"]\nmotivering = "Behövs inte."\n'
    )
    assert [(level.level, level.name, level.index_min) for level in merged.levels] == [(2, "Hög", 20), (1, "Låg", None)]
    assert [(one.source, one.target, one.strength) for one in merged.interactions] == [("8", "15", -3)]
    assert [(one.answers, one.expected.level) for one in merged.examples] == [({"vilka": 1}, 1)]
    assert [(one.kind, one.target) for one in merged.mappings] == [("omformulerad", "vilka")]


def test_rules_are_merged_key_by_key_and_lists_replaced_whole(folder: Folder, ground: Any):
    folder.write("grund.toml", ground.changed(
        '[regler]\nsvarsgrad_min = 0.7\ntillagg_arende = [{ id = "a", text = "A" }, { id = "b", text = "B" }]\n'
        "[regler.konflikt]\nstark = 0.4\nspann = 50\n[regler.tak]\nsocial = [{ under = 0, max_niva = 3 }]\n"
    ))  # fmt: skip
    merged = folder.merged(
        '[regler]\nej_relevant_max = 0.5\ntillagg_arende = [{ id = "b", text = "Bättre" }, { id = "c", text = "C" }]\n'
        "[regler.konflikt]\nspann = 70\n[regler.tak]\nekologisk = [{ under = -15, max_niva = 2 }]\n"
        '[[skala]]\nid = "fem"\ngrader = [{ grad = -2, text = "Nej" }, { grad = 0, text = "Noll" }]\n'
    )
    rules = merged.rules
    assert (rules.coverage_min, rules.not_relevant_max) == (0.7, 0.5)
    assert (rules.conflict.strong, rules.conflict.gap) == (0.4, 70)
    assert set(rules.caps) == {"social", "ekologisk"}
    assert [(field.id, field.text) for field in rules.case_fields] == [("a", "A"), ("b", "Bättre"), ("c", "C")]
    assert len(merged.scales[0].grades) == 2


def test_several_levels_work_and_the_last_wins(folder: Folder):
    folder.write("lan.toml", HEAD + '[[dimension]]\nid = "social"\nnamn = "Länet"\nvikt = 2\n'
                 '[[ta_bort]]\npunkt = "ton"\nmotivering = "Mäts annars."\n')  # fmt: skip
    head = HEAD.replace('"region"', '"kommun"').replace("grund@1.0", "region")
    again = '[[avsnitt]]\nid = "tva"\n[[avsnitt.punkt]]\nid = "ton"\ntext = "Ton?"\nslag = "tal"\n'
    merged = folder.merged(f'[[dimension]]\nid = "social"\nnamn = "Kommunen"\n{again}', head)
    assert [(d.name, d.weight) for d in merged.dimensions] == [("Kommunen", 2), ("Ekologisk", 1)]
    assert [one.id for one in merged.origins] == ["region", "grund"]
    assert merged.dropped == ()  # brought back on the way


def test_the_merged_form_gives_its_own_fingerprint_again(folder: Folder):
    merged = folder.merged(
        '[[dimension]]\nid = "social"\nvikt = 2.5\n[[ta_bort]]\npunkt = "ton"\nmotivering = "Mäts."\n'
    )
    again, problems = read_checklist_bytes(dump_checklist(merged).encode(), "kopia.toml")
    assert problems == []
    assert again == merged
    assert again.fingerprint == merged.fingerprint
    assert dump_checklist(again) == dump_checklist(merged)


def test_where_it_came_from_is_outside_the_fingerprint(folder: Folder):
    merged = folder.merged("")
    text = dump_checklist(merged)
    moved = re.sub(r"\[\[ursprung\]\]\n(.*\n)*?(?=\n|\Z)", "", text)
    assert "ursprung" not in moved
    assert read_checklist_bytes(moved.encode(), "x.toml")[0].fingerprint == merged.fingerprint


@pytest.mark.parametrize(
    "text, code, line, words",
    [
        ("[[dimension]]\nvikt = 2\n", "O107", 7, '"id" saknas, så det går inte att veta vad som ändras'),
        ('[[samspel]]\nfran = "8"\n', "O107", 7, '"fran" och "till" saknas'),
        ('[[tagg]]\nid = "barn"\n[[tagg]]\nid = "barn"\n', "C101", 9, "två gånger i tillägget"),
        ('[[tagg]]\nid = "barn"\nplacera_efter = "ungar"\n', "O108", 9, '"ungar", som inte står i samma lista'),
        ('[[tagg]]\nid = "barn"\nplacera_efter = 5\n', "O108", 9, "ett id inom citattecken"),
        ('[regler]\nplacera_efter = "x"\n', "O108", 8, "något som har en ordning"),
        ('[[tagg]]\nid = "barn"\nnollstall = "skyddad"\n', "O109", 9, "en lista av nycklar"),
        ('[[tagg]]\nid = "barn"\nnollstall = ["skydad"]\n', "O109", 9, "inte är satt i grunden"),
        ('[[ta_bort]]\npunkt = "tom"\nmotivering = "x"\n', "O110", 8, 'punkt "tom" finns inte i grunden'),
        ('[[ta_bort]]\nfraga = "ton"\nmotivering = "x"\n', "O110", 7, "en sak att ta bort"),
        ('[ta_bort]\npunkt = "ton"\nmotivering = "x"\n', "O110", 7, "[[ta_bort]]"),
        ('[[ta_bort]]\ntagg = "barn"\nmotivering = "x"\n[[tagg]]\nid = "barn"\n', "O110", 7, "både ändras och"),
        ('[[ta_bort]]\npunkt = "ton"\n', "O111", 7, "utan motivering"),
        ('[[ta_bort]]\npunkt = "ton"\nmotivering = " "\n', "O111", 7, "utan motivering"),
        ('[tagg]\nid = "barn"\n', "F203", 7, "dubbla hakparenteser"),
        ('[[tagg]]\nid = "barn"\nskydad = true\n', "F201", 9, 'Menade du "skyddad"?'),
        ('[[dimension]]\nid = "social"\nvikt = "2"\n', "F203", 9, "skriv utan citattecken"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_an_overlay_is_told_in_the_overlay(
    folder: Folder, text: str, code: str, line: int, words: str
):
    checklist, problems = folder.read(text)
    assert checklist is None
    told = [(p.code, Path(p.file).name, p.line) for p in problems if words in p.sentence]
    assert told == [(code, "region.toml", line)]


def test_a_fault_that_an_overlay_causes_in_its_base_is_told_where_it_has_to_be_mended(folder: Folder, ground: Any):
    line = ground.line(('taggar = ["barn"]', 'taggar = ["barn"] #!'))
    told = folder.told('[[ta_bort]]\ntagg = "barn"\nmotivering = "Slopad."\n')
    assert told == [("C102", "grund.toml", line)]


def test_a_field_is_told_in_the_file_that_set_it_last(folder: Folder):
    assert folder.told('[[tema]]\nid = "klimat"\ndimension = "miljö"\n') == [("C102", "region.toml", 9)]


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


def test_a_question_that_is_moved_twice_or_after_itself_is_told(folder: Folder):
    told = folder.told('[[tagg]]\nid = "a"\nnamn = "A"\nplacera_efter = "a"\n')
    assert ("O108", "region.toml", 10) in told


def test_a_merged_checklist_may_not_be_asked_to_drop_anything(ground: Any):
    assert ground.told('[[ta_bort]] #!\npunkt = "ton"\nmotivering = "x"')[0][0] == "F201"


def test_a_table_that_is_no_table_is_told(folder: Folder):
    _, problems = folder.read("", f"regler = 5\n{HEAD}")
    assert [(problem.code, problem.line) for problem in problems] == [("F203", 1)]
    assert '"regler" ska vara en tabell.' in problems[0].sentence


def test_each_field_tells_which_checklist_and_line_it_came_from(folder: Folder, ground: Any):
    text = '[[avsnitt]]\nid = "ett"\n[[avsnitt.punkt]]\nid = "vilka"\nvikt = 3\n[regler.konflikt]\nspann = 70\n'
    reading = read_with_origins(folder.write("region.toml", HEAD + text))
    assert reading.layers is not None
    came_from = [
        (spot.checklist, spot.line)
        for path in (
            ("checklista", "titel"),
            ("checklista", "stodformer"),
            ("avsnitt", 0, "punkt", 0, "vikt"),
            ("avsnitt", 0, "punkt", 0, "text"),
            ("avsnitt", 0, "punkt", 1, "visas_om", "minst_en", 0, "min"),
            ("regler", "konflikt", "spann"),
        )
        for spot in [reading.layers.spot(path)]
    ]
    assert came_from == [
        ("region@1.0.0", 5),
        ("grund@1.0.0", ground.line(('stodformer = ["projektmedel"]', 'stodformer = ["projektmedel"] #!'))),
        ("region@1.0.0", 11),
        ("grund@1.0.0", ground.line(('text = "Vilka påverkas?"', 'text = "Vilka påverkas?" #!'))),
        ("grund@1.0.0", ground.line(('slag = "text"\nvisas_om', 'slag = "text" \nvisas_om #!'))),
        ("region@1.0.0", 13),
    ]
