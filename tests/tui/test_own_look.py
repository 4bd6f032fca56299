"""Colours and characters that a person has chosen: remembered, never in the way, and simple where they must be."""

import tomllib

import pytest
from support.screens import found, screen_text, until

from hallbarhet import settings
from hallbarhet.tui.app import HallbarhetApp
from hallbarhet.tui.glyphs import cannot_draw, simple


@pytest.fixture
def own(tmp_path):
    return tmp_path / "egna" / "hallbarhet.toml"


async def at_the_list(pilot):
    await until(pilot, lambda: "0 ärenden" in screen_text(pilot.app))


async def test_a_look_that_is_chosen_is_there_the_next_time(archive, own):
    own.write_text('# mitt\nhandlaggare = "Eva Ek"\n\n[forval]\nprojektmedel = "x"\n', encoding="utf-8")
    app = HallbarhetApp(archive)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_the_list(pilot)
        await found(pilot, "utseende: ljust")
        await until(pilot, lambda: app.theme == "ljus")
    assert HallbarhetApp(archive).theme == "ljus"
    text = own.read_text(encoding="utf-8")
    assert text.startswith("# mitt\n")
    assert tomllib.loads(text) == {"handlaggare": "Eva Ek", "utseende": "ljus", "forval": {"projektmedel": "x"}}


@pytest.mark.parametrize("broken", ["utseende = [\n", "utseende = 3\n", 'utseende = "rosa"\n', "\x00"])
async def test_settings_that_are_broken_stop_nothing_and_are_left_as_they_are(archive, own, broken):
    own.write_text(broken, encoding="utf-8")
    app = HallbarhetApp(archive)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: "ärenden" in screen_text(app))
        assert app.theme == "mork"
        await found(pilot, "hög kontrast")
        await until(pilot, lambda: app.theme == "kontrast")
        if "rosa" not in broken and "3" not in broken:
            await until(pilot, lambda: any("gick inte att skriva" in told.message for told in app._notifications))
            assert own.read_text(encoding="utf-8") == broken


@pytest.mark.parametrize(
    "before, after",
    [
        ("", 'utseende = "ljus"\n'),
        ("# bara detta", '# bara detta\nutseende = "ljus"\n'),
        ('utseende = "mork" # bra\nregion = "R"\n', 'utseende = "ljus"\nregion = "R"\n'),
        ('region = "R"\n\n[forval]\na = "b"\n', 'region = "R"\nutseende = "ljus"\n\n[forval]\na = "b"\n'),
        ('[forval]\nutseende = "x"\n', 'utseende = "ljus"\n[forval]\nutseende = "x"\n'),
        ("\ufeffregion = 'R'\r\n", "region = 'R'\r\nutseende = \"ljus\"\n"),
    ],
)
def test_one_choice_is_written_and_all_else_stands(before, after):
    assert settings.with_choice(before, "utseende", "ljus") == after


@pytest.mark.parametrize(
    "text", ["a = [", 'region = """\nutseende = 1\n"""\n', "utseende = [\n 1]\n", '"utseende" = "x"\n']
)
def test_a_file_that_cannot_be_changed_with_certainty_is_not_changed(text):
    assert settings.with_choice(text, "utseende", "ljus") is None


async def test_no_colour_wins_over_a_look_that_was_chosen(archive, own, monkeypatch):
    own.write_text('utseende = "ljus"\n', encoding="utf-8")
    monkeypatch.setenv("NO_COLOR", "1")
    app = HallbarhetApp(archive)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_the_list(pilot)
        assert not any(
            segment.style.color and len(set(segment.style.color.get_truecolor())) > 1
            for strip in app.screen._compositor.render_strips()
            for segment in app_lines(app, strip)
        )


def app_lines(app, strip):
    """A line as it leaves the app."""
    return [segment for segment in strip if segment.text.strip() and segment.style]


async def test_simple_characters_are_chosen_and_remembered(archive, own):
    app = HallbarhetApp(archive)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_the_list(pilot)
        assert "─" in screen_text(app)
        await found(pilot, "enkla tecken")
        await until(pilot, lambda: "─" not in screen_text(app))
        assert "---" in screen_text(app)
    assert 'tecken = "enkla"' in own.read_text(encoding="utf-8")
    again = HallbarhetApp(archive)
    async with again.run_test(size=(80, 24)) as pilot:
        await at_the_list(pilot)
        assert "─" not in screen_text(again)
        again.action_characters()
        await until(pilot, lambda: "─" in screen_text(again))
    assert 'tecken = "alla"' in own.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "surroundings, encoding, is_poor",
    [
        ({"TERM": "xterm-256color", "LANG": "sv_SE.UTF-8"}, "utf-8", False),
        ({"TERM": "xterm-256color"}, "utf-8", False),
        ({"TERM": "xterm", "LANG": "C.UTF-8"}, "utf-8", False),
        ({"LANG": "sv_SE@euro"}, "utf-8", False),
        ({}, None, False),
        ({"TERM": "linux", "LANG": "sv_SE.UTF-8"}, "utf-8", True),
        ({"TERM": "vt100"}, "utf-8", True),
        ({"TERM": "xterm", "LANG": "sv_SE.ISO-8859-1"}, "utf-8", True),
        ({"TERM": "xterm", "LC_ALL": "C", "LANG": "sv_SE.UTF-8"}, "utf-8", True),
        ({"TERM": "xterm"}, "cp1252", True),
        ({"TERM": "xterm"}, "obegriplig", True),
    ],
)
def test_a_terminal_that_says_it_cannot_draw_is_believed(surroundings, encoding, is_poor):
    assert cannot_draw(surroundings, encoding) is is_poor


@pytest.mark.parametrize(
    "text, told",
    [
        ("åäö ÅÄÖ é §", "åäö ÅÄÖ é §"),
        ("╭─ Ő ─╮│", "+- O -+|"),
        ("日本", "????"),
        ("a\u0308b", "ab"),
        ("👍 ja", "?? ja"),
        ("▸ ● ✓ · – ” …", '> * x - - " .'),
    ],
)
def test_simple_characters_take_as_many_cells(text, told):
    assert simple(text) == told
