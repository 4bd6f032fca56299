"""`hallbarhet omrakna`: alternatives, and what is asked for in a way that cannot be carried out."""

import pytest

from hallbarhet.cli import main
from hallbarhet.cli.rescore import alternatives
from hallbarhet.errors import UsageError


def test_alternatives_stand_one_after_the_other(worked, capsys):
    folder, _ = worked
    words = ["--alternativ", "grön", "--vikt", "ekologisk=2,5", "--alternativ", "sträng", "--troskel", "4=45"]
    assert main(["omrakna", folder, *words]) == 0
    said = capsys.readouterr().out
    assert said.index("Alternativ: grön") < said.index("Alternativ: sträng")
    assert "Alternativ: grön\nMed vikten 2,5 för ekologisk.\n" in said
    assert "Alternativ: sträng\nMed index minst 45 för nivå 4.\n" in said
    lines = said.splitlines()
    begun = next(place for place, line in enumerate(lines) if line.startswith("Alternativen sida vid sida"))
    assert [line.split()[0] for line in lines[begun + 1 : begun + 4]] == ["alternativ", "grön", "sträng"]


def test_without_names_it_is_told_what_was_asked_for_and_nothing_stands_side_by_side(worked, capsys):
    assert main(["omrakna", worked[0], "--vikt", "ekologisk=2"]) == 0
    said = capsys.readouterr().out
    assert "Varje post med sin egen checklista\nMed vikten 2 för ekologisk.\n" in said
    assert "sida vid sida" not in said


def test_options_belong_to_the_alternative_before_them():
    given = [("vikt", "a=1"), ("alternativ", "x"), ("vikt", "a=2"), ("troskel", "4=-5"), ("alternativ", "y")]
    assert [(one.name, one.weights, one.thresholds) for one in alternatives(given)] == [
        (None, (("a", 1.0),), ()),
        ("x", (("a", 2.0),), ((4, -5.0),)),
        ("y", (), ()),
    ]
    assert [one.name for one in alternatives(given[1:])] == ["x", "y"]
    assert [one.name for one in alternatives([])] == [None]


@pytest.mark.parametrize(
    "given",
    [
        [("vikt", "ekologisk")],
        [("vikt", "=2")],
        [("vikt", "ekologisk=två")],
        [("vikt", "ekologisk=inf")],
        [("vikt", "ekologisk=-1")],
        [("vikt", "ekologisk=1e308")],
        [("vikt", "ekologisk=1e-320")],
        [("troskel", "4")],
        [("troskel", "fyra=20")],
        [("troskel", "4=200")],
        [("vikt", "a=1"), ("vikt", "a=2")],
        [("troskel", "4=1"), ("troskel", "4=2")],
        [("alternativ", "x"), ("alternativ", "x")],
        [("alternativ", " ")],
        [("alternativ", "gr\udcf6n")],
        [("alternativ", "a b"), ("alternativ", " a  b ")],
    ],
)
def test_what_cannot_be_understood_is_told(given):
    with pytest.raises(UsageError, match="--"):
        alternatives(given)


@pytest.mark.parametrize(
    "words",
    [
        ["finns-inte"],
        ["ARKIV", "--checklista", "finns-inte.toml"],
        ["ARKIV", "--checklista", "TRASIG"],
        ["ARKIV", "--ut", "rader.docx"],
        ["ARKIV", "--ut", "finns-inte/rader.csv"],
        ["ARKIV", "--ut", "finns-inte/sida.html"],
        ["ARKIV", "--ut", ""],
        ["ARKIV", "--ut", "mapp.html"],
        ["ARKIV", "--ut", "lank.html"],
        ["ARKIV", "--ut", "lank-till-mapp.csv"],
        ["ARKIV", "--vid-andring", "--json"],
        ["ARKIV", "--processer", "noll"],
        ["ARKIV", "--processer", "0"],
        ["ARKIV", "--vikt", "ekologsk=2"],
        ["ARKIV", "--fortsatt"],
        ["ARKIV", "--fortsatt", "--ut", "rader.xlsx"],
        ["ARKIV", "--fortsatt", "--ut", "rader.csv", "--json"],
        ["ARKIV", "--skriv", "--angra"],
        ["ARKIV", "--angra", "--ut", "rader.csv"],
        ["ARKIV", "--angra", "--vikt", "ekologisk=2"],
        ["ARKIV", "--angra", "--processer", "2"],
        ["ARKIV", "--angra", "--utan-cache"],
        ["finns-inte", "--angra"],
        ["TOM"],
    ],
)
def test_what_cannot_be_carried_out_is_one_sentence_and_exit_code_2(words, worked, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "trasig.toml").write_text("a = [\n")
    (tmp_path / "tom").mkdir()
    (tmp_path / "mapp.html").mkdir()
    (tmp_path / "lank.html").symlink_to(tmp_path / "finns-inte" / "sida.html")
    (tmp_path / "lank-till-mapp.csv").symlink_to(tmp_path / "tom")
    names = {"ARKIV": worked[0], "TRASIG": str(tmp_path / "trasig.toml"), "TOM": str(tmp_path / "tom")}
    assert main(["omrakna", *(names.get(word, word) for word in words)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1


def test_a_file_that_may_not_be_written_is_told_before_the_work(worked, tmp_path, capsys, monkeypatch):
    target = tmp_path / "rader.json"
    target.write_text("{}")
    monkeypatch.setattr("os.access", lambda path, mode: str(path) != str(target))
    monkeypatch.setattr("hallbarhet.cli.rescore_run.Run.whole", lambda self: pytest.fail("worked"))
    assert main(["omrakna", worked[0], "--ut", str(target)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
