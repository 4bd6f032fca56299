"""How a region makes a checklist its own: what is replaced, added, moved and dropped, and what came from where."""

import re
from typing import Any

from support.overlays import HEAD, Folder

from hallbarhet.checklist.reading import dump_checklist, load_checklist, read_checklist_bytes, read_with_origins


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
