"""The whole as one JSON object."""

import json

from support.archives import second_version, worked_archive, written

from hallbarhet.cli import main


def test_the_whole_as_json_says_what_the_page_says(tmp_path):
    folder, new = worked_archive(tmp_path / "arkiv"), written(tmp_path / "ny.toml", second_version())
    (folder / "trasig.toml").write_text("a = [\n")
    target = tmp_path / "allt.json"
    assert main(["omrakna", str(folder), "--checklista", str(new), "--ut", str(target)]) == 1
    found = json.loads(target.read_bytes())
    assert next(iter(found.values())) == "Omräkningen ändrar inget fattat beslut."
    assert (found["lasta"], found["omraknade"], found["utkast"], found["olasta"]) == (5, 5, 5, 1)
    assert found["fingeravtryck"].startswith("sha256-1:")
    assert (found["motor"].split()[0], found["metod"]) == ("hallbarhet", 1)
    assert found["olasta_poster"][0]["fel"][0]["rad"] == 1
    assert found["svar_per_fraga"][-1] == {"punkt": "M4", "behallna": 0, "andrade": 0, "utan_plats": 0, "nya": 5}
    (way,) = found["alternativ"]
    assert way["omslag"] == {"uppat": 0, "nedat": 0, "mojliga": 4}
    assert {"fore": 5, "efter": 4, "antal": 2} in way["niva"]
    assert sum(one["antal"] for one in way["niva"]) == way["antal"] == 5
    assert [one["id"] for one in way["storst"]] == ["C", "E", "A", "D", "B"]
    assert set(way["storst"][0]["index"]) == {"fore", "efter", "andring", "vikter", "fragor", "trosklar"}


def test_several_ways_stand_in_the_order_asked_for(tmp_path):
    folder, target = worked_archive(tmp_path / "arkiv"), tmp_path / "allt.json"
    ways = ["--alternativ", "grön", "--vikt", "ekologisk=2", "--alternativ", "sträng", "--troskel", "4=45"]
    assert main(["omrakna", str(folder), *ways, "--ut", str(target)]) == 0
    found = json.loads(target.read_bytes())
    asked = [(way["alternativ"], way["vikter"], way["trosklar"]) for way in found["alternativ"]]
    assert asked == [("grön", {"ekologisk": 2.0}, {}), ("sträng", {}, {"4": 45.0})]
    assert (found["checklista"], found["svar_per_fraga"]) == (None, [])
