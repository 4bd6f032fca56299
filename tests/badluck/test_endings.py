"""However the line mode and the app are ended, on a real pty: what was answered is on disk, whole."""

import random
import signal
import time

import pytest
from support.doors import APP, DEAF, LINES
from support.terminal import terminal

from hallbarhet.assessment.journal import ENDING
from hallbarhet.assessment.records import load

WORDS = "Vaxjo"


def saved(archive):
    return "".join(path.read_text(encoding="utf-8") for path in archive.glob("*.toml"))


def left_behind(archive):
    """Hidden files that nobody needs any more; what has been done may be taken back another day."""
    journals = {f".{path.name}{ENDING}" for path in archive.glob("*.toml")}
    return sorted(path.name for path in archive.glob(".*") if path.name not in journals)


def answer(shown, words, expect):
    shown.write(f"{words}\n".encode())
    shown.until(expect)


def begun(shown):
    """The line mode with the diary number saved, and half of the title typed but not entered."""
    shown.until("Diarienummer")
    answer(shown, f"RUN/{WORDS}", "Rubrik:")
    shown.write(b"En halv rub")
    shown.until("En halv rub")


def test_a_hang_up_ends_the_line_mode_and_keeps_what_was_answered(archive, support):
    with terminal(LINES, archive, support) as shown:
        begun(shown)
        shown.hang_up()
        assert shown.ended() is not None
    assert WORDS in saved(archive)
    assert left_behind(archive) == []


def test_a_hang_up_that_is_ignored_still_ends_the_line_mode(archive, support):
    with terminal(DEAF + LINES, archive, support) as shown:
        begun(shown)
        shown.hang_up()
        assert shown.ended() is not None
    assert WORDS in saved(archive)
    assert left_behind(archive) == []


@pytest.mark.parametrize("number, code", [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_ends_the_line_mode_with_a_sentence(archive, support, number, code):
    with terminal(LINES, archive, support) as shown:
        begun(shown)
        shown.process.send_signal(number)
        assert shown.ended() == code
        shown.read()
        assert "Programmet fick besked att sluta." in shown.raw.decode()
    assert WORDS in saved(archive)


def test_ctrl_d_is_the_end_of_input(archive, support):
    with terminal(LINES, archive, support) as shown:
        shown.until("Diarienummer")
        answer(shown, f"RUN/{WORDS}", "Rubrik:")
        shown.write(b"\x04")
        assert shown.ended() == 1
        shown.read()
        assert "Indata tog slut." in shown.raw.decode()


def test_a_text_under_way_is_kept_line_by_line_when_the_terminal_goes(archive, support):
    with terminal(LINES, archive, support) as shown:
        shown.until("Diarienummer")
        answer(shown, f"RUN/{WORDS}", "Rubrik:")
        answer(shown, "hoppa", "kande")
        answer(shown, "gå 2", "Vad är syftet?")
        shown.until("Svar:")
        shown.write("Första raden\nandra raden\n".encode())
        shown.until("andra raden")
        time.sleep(0.2)
        shown.process.send_signal(signal.SIGHUP)
        assert shown.ended() == 129
    assert "Första raden\nandra raden" in saved(archive)


def test_an_empty_line_inside_a_paste_is_no_end(archive, support):
    with terminal(LINES, archive, support) as shown:
        shown.until("Diarienummer")
        answer(shown, "gå 2", "Vad är syftet?")
        shown.until("Svar:")
        shown.write(b"Ett stycke.\n\nEtt till.\n")
        shown.until("Ett till.")
        time.sleep(0.3)
        answer(shown, "", "Sparat 14:32.")
        answer(shown, "avsluta", "Avslutat")
    assert "Ett stycke.\n\nEtt till." in saved(archive)


def kill_lines(shown, chance):
    """Answer on and on; killed at some moment. What had been told as saved."""
    shown.until("Diarienummer")
    told, end = -1, time.monotonic() + chance.uniform(0.05, 0.6)
    number = 0
    while time.monotonic() < end:
        answer(shown, str(number), "Sparat")
        shown.until("Rubrik:")
        told = number
        number += 1
        shown.write(b"tillbaka\n")
        shown.until(f"(nu {told}):")
    shown.write(f"{number}\n".encode())
    time.sleep(chance.uniform(0, 0.02))
    return told


def test_killed_at_any_moment_the_line_mode_loses_nothing_that_was_told_as_saved(archive, support):
    chance = random.Random(7)  # noqa: S311  (no secret)
    for _ in range(2):
        for path in archive.glob("*.toml"):
            path.unlink()
        with terminal(LINES, archive, support) as shown:
            told = kill_lines(shown, chance)
            shown.process.kill()
            shown.process.wait()
        assert int(load(next(archive.glob("*.toml"))).assessment.case.diary_number) in {told, told + 1}
    with terminal(LINES, archive, support) as shown:  # sweeps what the killed ones left
        shown.until("Diarienummer")
        assert [name for name in left_behind(archive) if not name.endswith(".oppen")] == []


def test_killed_at_any_moment_the_app_loses_at_most_the_last_second(archive, support):
    chance = random.Random(11)  # noqa: S311  (no secret)
    for _ in range(2):
        for path in archive.glob("*.toml"):
            path.unlink()
        with terminal(APP, archive, support) as shown:
            shown.until("F8 Fortsätt")
            shown.write(WORDS.encode())
            shown.until("Sparat 14:32")
            shown.write(b"yz" * chance.randrange(1, 4))
            time.sleep(chance.uniform(0, 0.8))
            shown.process.kill()
            shown.process.wait()
        record = load(next(archive.glob("*.toml"))).assessment
        assert WORDS in saved(archive)
        assert record.header.status == "utkast"
