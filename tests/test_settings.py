"""What an office and a person have chosen."""

from datetime import date
from pathlib import Path

import pytest

from hallbarhet import settings
from hallbarhet.errors import FaultyFileError


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "egen"
    folder.mkdir()
    monkeypatch.setenv("HALLBARHET_CONFIG_DIR", str(folder))
    return folder


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "arkiv"
    folder.mkdir()
    return folder


def test_nothing_chosen_gives_the_shipped_support_forms(own: Path, archive: Path):
    chosen = settings.load(archive)
    assert [form.id for form in chosen.support_forms] == [
        "foretagsstod", "projektmedel", "kommersiell-service", "mikrostod", "regionalfonden",
    ]  # fmt: skip
    assert chosen.notes == ()
    assert settings.default_archive() == Path("bedomningar")


def test_the_archive_decides_and_the_name_is_the_persons_own(own: Path, archive: Path):
    (own / "hallbarhet.toml").write_text(
        'handlaggare = "Åsa Öst"\nregion = "Hemma"\narkiv = "/srv/x"\n[forval]\nmikrostod = "a"\nprojektmedel = "b"\n',
        encoding="utf-8",
    )
    (archive / "hallbarhet.toml").write_bytes(
        '\ufeffhandlaggare = "Kansliet"\nregion = "Region Kronoberg"\r\ngallring = "IHP 4.2"\n'.encode()
        + b'[forval]\nprojektmedel = "kronoberg-projektmedel@1"\n'
    )
    chosen = settings.load(archive)
    assert (chosen.officer, chosen.region, chosen.retention) == ("Åsa Öst", "Region Kronoberg", "IHP 4.2")
    assert chosen.defaults == {"mikrostod": "a", "projektmedel": "kronoberg-projektmedel@1"}
    assert settings.default_archive() == Path("/srv/x")


def test_the_legal_basis_is_chosen_by_the_day_of_the_application(own: Path):
    form = settings.load().support_form("foretagsstod")
    assert form is not None
    assert form.legal_basis(date(2022, 12, 31)) == "förordningarna (2015:210) och (2015:211)"
    assert form.legal_basis(date(2023, 1, 1)) == "förordningarna (2022:1467) och (2022:1468)"
    assert form.legal_basis(date(2010, 1, 1)) == "förordning (2007:61) om regionalt investeringsstöd"
    assert form.legal_basis(date(1999, 1, 1)) is None
    assert form.legal_basis(None) == "förordningarna (2022:1467) och (2022:1468)"
    assert settings.SupportForm("x", "X").legal_basis(None) is None


def test_an_offices_own_support_form_replaces_the_shipped_one(own: Path, archive: Path):
    (archive / "hallbarhet.toml").write_text(
        """
        [[stodform]]
        id = "mikrostod"
        namn = "Check för småföretag"
        lagrum = "Riktlinje 3"
        galler_till = 2026-06-30
        [[stodform]]
        id = "mikrostod"
        namn = "Check för småföretag"
        lagrum = "Riktlinje 4"
        galler_fran = 2026-07-01
        [[stodform]]
        id = "kultur"
        namn = "Kulturmedel"
        """,
        encoding="utf-8",
    )
    chosen = settings.load(archive)
    form = chosen.support_form("mikrostod")
    assert form is not None
    assert [form.legal_basis(date(2026, 6, 30)), form.legal_basis(date(2026, 7, 1))] == ["Riktlinje 3", "Riktlinje 4"]
    assert chosen.support_form("kultur") == settings.SupportForm("kultur", "Kulturmedel")
    assert chosen.support_form("projektmedel") is not None
    assert chosen.support_form("saknas") is None


def test_an_unknown_key_is_told_and_not_used(own: Path, archive: Path):
    (archive / "hallbarhet.toml").write_text("regoin = 'x'\n", encoding="utf-8")
    (note,) = settings.load(archive).notes
    assert '"regoin" finns inte' in note


@pytest.mark.parametrize(
    "text, words",
    [
        ("region = 5", '"region" ska vara text'),
        ("forval = 'x'", '"forval" ska vara en tabell'),
        ("[forval]\nprojektmedel = 1", '"forval.projektmedel" ska vara text'),
        ("stodform = 'x'", "dubbla hakparenteser"),
        ("[[stodform]]\nid = 'x'", 'saknar "namn"'),
        ("[[stodform]]\nid = 'x'\nnamn = 'X'\ngaller_fran = '2026'", "ett datum"),
        ("[[stodform]]\nid = 'x'\nnamn = 'X'\ngaller_fran = 2026-01-01T00:00:00", "ett datum"),
        ("[[stodform]]\nid = 'x'\nnamn = 'X'\ngaller_fran = 2026-02-01\ngaller_till = 2026-01-01", "slutar gälla"),
        ("region = 'x'\nregion\n", "rad 2"),
        ("region = '", "texten är inte"),
        ("a = " + "[" * 5000, "TOML"),
    ],
)
def test_settings_that_are_not_right_are_one_sentence(own: Path, archive: Path, text: str, words: str):
    (archive / "hallbarhet.toml").write_text(text, encoding="utf-8")
    with pytest.raises(FaultyFileError, match=r"hallbarhet\.toml") as caught:
        settings.load(archive)
    assert words in str(caught.value)


def test_settings_in_latin_1_are_one_sentence(own: Path):
    (own / "hallbarhet.toml").write_bytes('region = "Västra"'.encode("latin-1"))
    with pytest.raises(FaultyFileError, match="UTF-8"):
        settings.load()


def test_a_relative_folder_lies_beside_the_settings(own: Path, archive: Path):
    chosen = settings.Settings(reports="rapporter")
    assert chosen.folder(chosen.reports, archive) == archive / "rapporter"
    assert chosen.folder(chosen.templates, archive) is None


def test_without_the_variable_the_place_is_the_systems_own(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("HALLBARHET_CONFIG_DIR", raising=False)
    assert settings.user_folder().name == "hallbarhet"
