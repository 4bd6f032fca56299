"""The terminal going away, on a real pty: what was written is saved, and the program ends."""

import signal
import sys

import pytest
from support.terminal import terminal

APP = """
import sys
from datetime import datetime, timezone
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from support.small import small_case, small_checklist
from hallbarhet.tui.app import HallbarhetApp
app = HallbarhetApp(Path(sys.argv[1]), checklist=small_checklist(), case=small_case(),
                    clock=lambda: datetime(2026, 11, 21, 14, 32, tzinfo=timezone.utc))
sys.exit(app.run() or 0)
"""
DEAF = "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
WORDS = "Vaxjo"


@pytest.fixture
def support(request):
    return request.config.rootpath / "tests"


def write_something(shown):
    """Words in the first empty field, so fresh that no pause has saved them."""
    shown.until("Handläggare")
    shown.until("F8 Fortsätt")
    shown.write(WORDS.encode())
    shown.until(WORDS)


def saved(archive):
    return "".join(path.read_text(encoding="utf-8") for path in archive.glob("*.toml"))


def test_a_hang_up_saves_and_ends(archive, support):
    with terminal(APP, archive, support) as shown:
        write_something(shown)
        shown.hang_up()
        assert shown.ended() == 129
    assert WORDS in saved(archive)
    assert not list(archive.glob(".*.oppen"))


def test_the_signal_alone_saves_and_ends(archive, support):
    with terminal(APP, archive, support) as shown:
        write_something(shown)
        shown.process.send_signal(signal.SIGHUP)
        assert shown.ended() == 129
    assert WORDS in saved(archive)


def test_a_hang_up_that_is_ignored_still_ends_instead_of_spinning(archive, support):
    with terminal(DEAF + APP, archive, support) as shown:
        write_something(shown)
        shown.hang_up()
        assert shown.ended() == 129
    assert WORDS in saved(archive)


def test_termination_saves_and_gives_the_terminal_back(archive, support):
    with terminal(APP, archive, support) as shown:
        write_something(shown)
        shown.process.send_signal(signal.SIGTERM)
        assert shown.ended() == 143
        shown.read()
        assert b"\x1b[?1049l" in shown.raw
    assert WORDS in saved(archive)


def test_ctrl_q_saves_and_ends_without_a_word(archive, support):
    with terminal(APP, archive, support) as shown:
        write_something(shown)
        shown.write(b"\x11")
        assert shown.ended() == 0
    assert WORDS in saved(archive)


def test_text_is_written_in_the_persons_own_editor(archive, support, tmp_path):
    editor = tmp_path / "skriv.py"
    editor.write_text(
        "import sys; from pathlib import Path; path = Path(sys.argv[1]); "
        "path.write_text(path.read_text() + 'Rad ett.\\r\\n\\u2022 rad tv\\u00e5')",
        encoding="utf-8",
    )
    environment = {"EDITOR": f"{sys.executable} {editor}", "VISUAL": ""}
    with terminal(APP, archive, support, environment=environment) as shown:
        write_something(shown)
        for keys in (b"\x1bOQ", b"\x1b[B", b"\r"):  # F2, down, Enter
            shown.write(keys)
            shown.read(0.4)
        shown.until("Vad är syftet?")
        shown.write(b"\x1bOS")
        shown.until("- rad två")
        shown.write(b"\x11")
        assert shown.ended() == 0
    assert "Rad ett.\n- rad två" in saved(archive)
