"""Where checklists and templates lie."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from hallbarhet import resources


def test_folders_are_found_nearest_first(tmp_path: Path):
    option, archive, user = tmp_path / "val", tmp_path / "arkiv", tmp_path / "egen"
    for folder in (option, archive / "checklistor", user / "checklistor"):
        folder.mkdir(parents=True)
    found = resources.shelves("checklists", option=option, archive=archive, user=user)
    assert [shelf.origin for shelf in found][:3] == ["val", "arkiv", "anvandare"]
    assert found[-1].is_shipped
    assert not found[0].is_shipped


def test_folders_that_do_not_exist_are_left_out_and_none_comes_twice(tmp_path: Path):
    (tmp_path / "checklistor").mkdir()
    found = resources.shelves("checklists", option=tmp_path / "checklistor", archive=tmp_path, user=tmp_path / "saknas")
    assert [shelf.origin for shelf in found if not shelf.is_shipped] == ["val"]


def test_the_nearest_file_of_a_name_wins(tmp_path: Path):
    for name in ("arkiv", "egen"):
        (tmp_path / name / "mallar").mkdir(parents=True)
        (tmp_path / name / "mallar" / "min.css").touch()
    found = resources.find("templates", "min.css", archive=tmp_path / "arkiv", user=tmp_path / "egen")
    assert found == tmp_path / "arkiv" / "mallar" / "min.css"
    assert resources.find("templates", "saknas.css", archive=tmp_path) is None


@pytest.mark.parametrize("name", ["../hallbarhet.toml", "/etc/passwd", "..", ".", ""])
def test_a_name_that_points_out_of_the_folders_finds_nothing(name: str, tmp_path: Path):
    (tmp_path / "checklistor").mkdir()
    (tmp_path / "hallbarhet.toml").touch()
    assert resources.find("checklists", name, archive=tmp_path) is None


def test_the_shipped_checklists_are_found_from_a_checkout():
    assert resources.find("checklists", "kronoberg-projektmedel.toml") is not None


def test_the_shipped_checklists_are_found_from_a_wheel(tmp_path: Path):
    checkout = Path(resources.__file__).resolve().parent.parent
    build = (
        "import sys; from hatchling.builders.wheel import WheelBuilder; "
        "print(next(WheelBuilder(sys.argv[1]).build(directory=sys.argv[2], versions=['standard'])))"
    )
    made = subprocess.run(
        [sys.executable, "-c", build, str(checkout), str(tmp_path)], capture_output=True, text=True, check=True
    )
    installed = tmp_path / "installed"
    with zipfile.ZipFile(made.stdout.strip().splitlines()[-1]) as wheel:
        wheel.extractall(installed)
    look = (
        "import sys; sys.path.insert(0, sys.argv[1]); from hallbarhet import resources; "
        "print(resources.__file__); print(resources.find('checklists', 'kronoberg-projektmedel.toml'))"
    )
    told = subprocess.run(
        [sys.executable, "-I", "-c", look, str(installed)], capture_output=True, text=True, check=True, cwd=tmp_path
    ).stdout.splitlines()
    assert told[0].startswith(str(installed))
    assert told[1] == str(installed / "hallbarhet" / "data" / "checklists" / "kronoberg-projektmedel.toml")
