"""One table of commands: every key is in it, every footer fits, every command can be done."""

import pytest
from rich.cells import cell_len
from textual.binding import Binding

from hallbarhet.texts import tui_help
from hallbarhet.tui import caseroom, commands
from hallbarhet.tui.app import HallbarhetApp
from hallbarhet.tui.screens.asking import ChoiceDialog, ReasonDialog
from hallbarhet.tui.screens.base import Sheet
from hallbarhet.tui.screens.guide import GuideDialog
from hallbarhet.tui.screens.help import HelpDialog
from hallbarhet.tui.screens.points import PointsDialog
from hallbarhet.tui.screens.search import SearchDialog
from hallbarhet.tui.screens.start import StartScreen
from hallbarhet.tui.widgets.keys import GAP, MOST

SHEETS = [StartScreen, *dict.fromkeys(caseroom.PAGES.values())]
DIALOGS = [ChoiceDialog, ReasonDialog, GuideDialog, HelpDialog, PointsDialog, SearchDialog]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.__name__)
@pytest.mark.parametrize("in_text", [False, True])
def test_the_bottom_line_fits_80_columns(sheet, in_text):
    shown = [f"{command.key_name(in_text=in_text)} {command.words.label}" for command in sheet.FOOTER]
    assert len(shown) <= MOST
    assert cell_len((" " * GAP).join(shown)) <= 80 - 4


def test_the_practice_archives_bottom_line_fits_too_and_begins_with_the_way_out():
    shown = [f"{command.key_name()} {command.words.label}" for command in StartScreen.PRACTICE_FOOTER]
    assert shown[0] == "F7 Sluta öva"
    assert len(shown) == len(StartScreen.FOOTER)
    assert cell_len((" " * GAP).join(shown)) <= 80 - 4
    assert set(StartScreen.PRACTICE_FOOTER) <= {*StartScreen.TABLE, *commands.EVERYWHERE}


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.__name__)
def test_the_bottom_line_always_names_help(sheet):
    assert commands.HELP in sheet.FOOTER


@pytest.mark.parametrize("sheet", [*SHEETS, *DIALOGS], ids=lambda sheet: sheet.__name__)
def test_every_command_of_a_screen_can_be_done(sheet):
    for command in sheet.TABLE:
        assert hasattr(sheet, f"action_{command.action}"), command.action


def test_every_command_of_the_app_can_be_done():
    for command in commands.EVERYWHERE:
        assert hasattr(HallbarhetApp, f"action_{command.action}")


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.__name__)
def test_what_the_bottom_line_shows_is_in_the_table(sheet):
    actions = {command.action for command in (*sheet.TABLE, *commands.EVERYWHERE)}
    assert {command.action for command in sheet.FOOTER} <= actions


@pytest.mark.parametrize("sheet", [*SHEETS, *DIALOGS], ids=lambda sheet: sheet.__name__)
def test_a_key_that_is_not_in_the_table_does_not_exist(sheet):
    own = {key for binding in sheet.BINDINGS for key in _keys(binding)}
    assert own == {key for command in sheet.TABLE for key in command.keys}


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.__name__)
def test_one_key_means_one_thing_on_a_screen(sheet):
    by_key = {}
    for command in (*sheet.TABLE, *commands.EVERYWHERE):
        for key in command.keys:
            by_key.setdefault(key, set()).add(command.action)
    assert all(len(actions) == 1 for actions in by_key.values()), by_key


def test_no_key_needs_altgr_or_is_taken_by_the_terminal():
    keys = {key for command in vars(commands).values() if isinstance(command, commands.Command) for key in command.keys}
    taken = {"ctrl+m", "ctrl+i", "ctrl+h", "ctrl+j", "ctrl+a", "ctrl+b", "ctrl+s"}
    assert not keys & taken
    assert not any(key.startswith("alt+") for key in keys)
    assert not {"left_square_bracket", "right_square_bracket", "at", "backslash", "tilde"} & keys


def test_every_page_has_its_help():
    assert {sheet.__name__ for sheet in SHEETS} == set(tui_help.PAGES)


def test_screens_are_sheets():
    assert all(issubclass(sheet, Sheet) for sheet in SHEETS)


def _keys(binding):
    key = binding.key if isinstance(binding, Binding) else binding[0]
    return key.split(",")
