"""The checklists at hand: listed, found, picked by support form and kept."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from hallbarhet.checklist.library import Library
from hallbarhet.checklist.reading import load_checklist
from hallbarhet.errors import FaultyFileError, NotFoundError, NotSavedError


@dataclass(frozen=True)
class Reference:
    id: str
    version: str
    fingerprint: str


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "egen"
    (folder / "checklistor").mkdir(parents=True)
    monkeypatch.setenv("HALLBARHET_CONFIG_DIR", str(folder))
    return folder


@pytest.fixture
def archive(tmp_path: Path, own: Path) -> Path:
    folder = tmp_path / "arkiv"
    folder.mkdir()
    return folder


@pytest.fixture
def library(archive: Path) -> Library:
    return Library(archive)


def put(folder: Path, ground: Any, *edits: Any, name: str = "grund.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(ground.changed(*edits), encoding="utf-8")
    return path


def version(number: str) -> tuple[str, str]:
    return 'version = "1.0.0"', f'version = "{number}"'


def test_the_shipped_checklists_are_listed(library: Library):
    names = [row.id for row in library.choices()]
    assert {"kronoberg-projektmedel", "kronoberg-foretagsstod", "grund-kommersiell-service"} <= set(names)


def test_the_newest_is_found_by_id_and_an_older_one_by_version(library: Library, own: Path, ground: Any):
    for number in ("1.0.0", "1.0.2", "1.10.0", "1.9.0"):
        put(own / "checklistor", ground, version(number), name=f"{number}.toml")
    assert library.find("grund").header.version == "1.10.0"
    assert library.find("grund@1.0").header.version == "1.0.2"
    assert library.find("grund@1.0.0").header.version == "1.0.0"


def test_of_equal_versions_the_nearest_is_found(archive: Path, own: Path, ground: Any, tmp_path: Path):
    put(own / "checklistor", ground, ('titel = "Grund"', 'titel = "Min"'))
    assert Library(archive).find("grund").header.title == "Min"
    put(archive / "checklistor", ground, ('titel = "Grund"', 'titel = "Arkivets"'))
    assert Library(archive).find("grund").header.title == "Arkivets"
    put(tmp_path / "val", ground, ('titel = "Grund"', 'titel = "Vald"'))
    assert Library(archive, folder=tmp_path / "val").find("grund").header.title == "Vald"


def test_a_folder_in_the_settings_is_looked_in_first(archive: Path, own: Path, ground: Any):
    (archive / "hallbarhet.toml").write_text('checklistor = "kontorets"\n', encoding="utf-8")
    put(own / "checklistor", ground)
    put(archive / "kontorets", ground, ('titel = "Grund"', 'titel = "Kontorets"'))
    assert Library(archive).find("grund").header.title == "Kontorets"


def test_a_file_is_found_by_its_path(library: Library, tmp_path: Path, ground: Any):
    path = put(tmp_path / "annan", ground)
    assert library.find(str(path)).header.id == "grund"
    with pytest.raises(NotFoundError, match="finns inte"):
        library.find(str(tmp_path / "saknas.toml"))


def test_a_checklist_is_found_by_its_fingerprint_or_the_beginning_of_it(library: Library, own: Path, ground: Any):
    put(own / "checklistor", ground)
    fingerprint = ground.checklist().fingerprint
    assert library.find(fingerprint).header.id == "grund"
    assert library.find(fingerprint[:18]).header.id == "grund"
    with pytest.raises(NotFoundError):
        library.find("sha256-1:000000")
    with pytest.raises(NotFoundError):
        library.find("sha256-1:0")


def test_what_is_not_there_is_told_with_the_nearest(library: Library):
    with pytest.raises(NotFoundError, match='Menade du "kronoberg-projektmedel"'):
        library.find("kronoberg-projektmedl")
    with pytest.raises(NotFoundError, match="De som finns är"):
        library.find("xyz")


def test_a_faulty_checklist_is_told_when_it_is_asked_for_and_in_nobodys_way(library: Library, own: Path, ground: Any):
    put(own / "checklistor", ground, ('dimension = "ekologisk"', 'dimension = "miljö"'))
    (own / "checklistor" / "skräp.toml").write_bytes(b"\xff\xfe\x00")
    (own / "checklistor" / "annat.toml").write_text("x = 1\n", encoding="utf-8")
    assert "grund" in [row.id for row in library.rows()]
    with pytest.raises(FaultyFileError, match='Menade du "ekologisk"'):
        library.find("grund")
    assert library.with_fingerprint("sha256-1:" + "0" * 64) is None


def test_a_support_form_gets_its_own_checklist_before_one_for_all(library: Library, own: Path, ground: Any):
    put(own / "checklistor", ground, ('stodformer = ["projektmedel"]\n', ""), name="alla.toml")
    choices = [row.id for row in library.choices("kommersiell-service")]
    assert choices[0] == "grund-kommersiell-service"
    assert "grund" in choices[1:]
    assert "kronoberg-projektmedel" not in choices
    service = library.for_support_form("kommersiell-service")
    assert service is not None
    assert service.header.id == "grund-kommersiell-service"


def test_the_settings_choose_the_checklist_of_a_support_form(archive: Path, own: Path, ground: Any):
    put(own / "checklistor", ground)
    (archive / "hallbarhet.toml").write_text('[forval]\nprojektmedel = "grund@1"\n', encoding="utf-8")
    library = Library(archive)
    chosen = library.for_support_form("projektmedel")
    assert chosen is not None
    assert chosen.header.id == "grund"
    assert library.choices("projektmedel")[0].id == "grund"


def test_a_support_form_nobody_made_a_checklist_for_gets_one_for_all(library: Library):
    found = library.for_support_form("rymdstod")
    assert found is not None
    assert found.header.support_forms == ()


def test_no_checklist_for_a_support_form_is_no_checklist(library: Library, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("hallbarhet.checklist.library.resources.shelves", lambda *_, **__: ())
    assert library.for_support_form("rymdstod") is None


def test_an_overlay_is_listed_with_what_it_takes_over(library: Library, own: Path, ground: Any):
    put(own / "checklistor", ground, ('titel = "Grund"', 'titel = "Grund"\nregion = "Gemensam"'))
    (own / "checklistor" / "lan.toml").write_text(
        'format = 1\n[checklista]\nid = "lan"\nversion = "1.0.0"\nbygger_pa = "grund@1"\n', encoding="utf-8"
    )
    row = next(row for row in library.choices("projektmedel") if row.id == "lan")
    assert (row.title, row.region, row.support_forms) == ("Grund", "Gemensam", ("projektmedel",))
    assert library.find("lan").item_by_id["vilka"].text == "Vilka påverkas?"
    assert library.choices("mikrostod") == () or "lan" not in [row.id for row in library.choices("mikrostod")]


def test_a_copy_is_kept_once_under_its_name_and_fingerprint(library: Library, archive: Path, ground: Any):
    checklist = ground.checklist()
    path = library.freeze(checklist)
    assert path.parent == archive / "checklistor"
    assert path.name == f"grund@1.0.0_{checklist.fingerprint.rpartition(':')[2][:12]}.toml"
    assert load_checklist(path).fingerprint == checklist.fingerprint
    written = path.stat().st_mtime_ns
    assert library.freeze(checklist) == path
    assert Library(archive).freeze(checklist) == path
    assert path.stat().st_mtime_ns == written
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_record_finds_the_checklist_it_was_made_with_when_the_owner_has_gone_on(
    archive: Path, own: Path, ground: Any
):
    mine = put(own / "checklistor", ground)
    first = load_checklist(mine)
    Library(archive).freeze(first)
    put(own / "checklistor", ground, ('text = "Vilka påverkas?"', 'text = "Vem påverkas?"'))
    library = Library(archive)
    assert library.find("grund").item_by_id["vilka"].text == "Vem påverkas?"
    reference = Reference("grund", "1.0.0", first.fingerprint)
    assert library.by_reference(reference).item_by_id["vilka"].text == "Vilka påverkas?"


def test_a_checklist_that_nobody_kept_is_told(library: Library):
    with pytest.raises(NotFoundError, match="Checklistan grund 1"):
        library.by_reference(Reference("grund", "1.0.0", "sha256-1:" + "0" * 64))


@pytest.mark.parametrize("left", [0, 8, 20])
def test_a_record_with_a_torn_fingerprint_finds_no_checklist(library: Library, own: Path, ground: Any, left: int):
    put(own / "checklistor", ground)
    torn = ground.checklist().fingerprint[: len("sha256-1:") + left]
    with pytest.raises(NotFoundError):
        library.by_reference(Reference("grund", "1.0.0", torn))


def test_a_copy_that_was_changed_is_left_and_another_is_written(library: Library, archive: Path, ground: Any):
    checklist = ground.checklist()
    path = library.freeze(checklist)
    path.write_text(ground.changed(('titel = "Grund"', 'titel = "Ändrad"')), encoding="utf-8")
    again = Library(archive)
    other = again.freeze(checklist)
    assert other.name == f"{path.stem}-2.toml"
    assert "Ändrad" in path.read_text(encoding="utf-8")
    assert again.by_reference(Reference("grund", "1.0.0", checklist.fingerprint)).fingerprint == checklist.fingerprint


def test_a_copy_is_no_choice_for_a_new_assessment_while_there_is_another(archive: Path, own: Path, ground: Any):
    library, named = Library(archive), ('id = "grund"', 'id = "egen"')
    library.freeze(ground.checklist(named, ('titel = "Grund"', 'titel = "Gammal"')))
    put(own / "checklistor", ground, named)
    assert Library(archive).find("egen").header.title == "Grund"
    (own / "checklistor" / "grund.toml").unlink()
    assert Library(archive).find("egen").header.title == "Gammal"
    assert "egen" not in [row.id for row in Library(archive).choices()]


def test_a_copy_that_cannot_be_written_is_told(tmp_path: Path, own: Path, ground: Any):
    (tmp_path / "arkiv").write_text("ingen mapp", encoding="utf-8")
    with pytest.raises(NotSavedError, match="kunde inte skrivas"):
        Library(tmp_path / "arkiv").freeze(ground.checklist())
    with pytest.raises(NotSavedError, match="inget arkiv"):
        Library().freeze(ground.checklist())


def test_a_copy_is_read_once_for_as_long_as_nobody_changes_it(archive: Path, ground: Any, monkeypatch: Any):
    kept = Library(archive).freeze(ground.checklist())
    read: list[Path] = []
    monkeypatch.setattr(
        "hallbarhet.checklist.freezing.load_checklist", lambda path: read.append(path) or load_checklist(path)
    )
    first = Library(archive).with_fingerprint(ground.checklist().fingerprint, "grund")
    assert Library(archive).with_fingerprint(ground.checklist().fingerprint, "grund") is first
    assert Library(archive).freeze(ground.checklist()) == kept
    assert read == []
    kept.write_text(kept.read_text(encoding="utf-8").replace("Rik natur", "Fattig natur"), encoding="utf-8")
    assert Library(archive).load(kept).strategy_goals[1].name == "Fattig natur"
    assert read == [kept]
