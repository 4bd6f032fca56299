"""What is said to the owner of a checklist: lists, overlays, and what a change does."""

from collections.abc import Sequence
from pathlib import Path

from hallbarhet.texts import swedish
from hallbarhet.texts.findings import quoted
from hallbarhet.texts.report import STATES

# What a change does to test cases

EXAMPLES_HEADING = "Provfallen"
ARCHIVE_HEADING = "Arkivet"
NO_LEVEL = "ingen nivå"


def examples_unchanged(tried: int) -> str:
    if not tried:
        return "Den äldre checklistan har inga provfall att pröva mot."
    one = "Det enda provfallet ger" if tried == 1 else f"Alla {tried} provfall ger"
    return f"{one} samma nivå, läge, målkonflikter och hållplatser som förut."


def examples_changed(changed: int, tried: int) -> str:
    return f"{changed} av {tried} provfall ger något annat än förut:"


def example_changed(name: str, differences: Sequence[str]) -> str:
    return f"{quoted(name)}: {'; '.join(differences)}."


def level_changed(before: int | None, after: int | None) -> str:
    return f"nivån går från {_level(before)} till {_level(after)}"


def state_changed(before: str, after: str) -> str:
    return f"läget går från {quoted(STATES[before])} till {quoted(STATES[after])}"


def conflicts_changed(came: Sequence[str], went: Sequence[str]) -> list[str]:
    return _came_and_went("målkonflikten", "målkonflikterna", came, went)


def gates_changed(came: Sequence[str], went: Sequence[str]) -> list[str]:
    return _came_and_went("hållplatsen", "hållplatserna", came, went)


def _came_and_went(one: str, several: str, came: Sequence[str], went: Sequence[str]) -> list[str]:
    told = []
    for names, verb in ((came, "utlöses"), (went, "utlöses inte längre")):
        if names:
            told.append(f"{one if len(names) == 1 else several} {swedish.listed([quoted(n) for n in names])} {verb}")
    return told


def _level(level: int | None) -> str:
    return NO_LEVEL if level is None else str(level)


# What it does to an archive


def archive_unchanged(compared: int) -> str:
    return f"{_cases(compared)} jämförda. Inget byter nivå."


def archive_changed(compared: int, moved: int, up: int, down: int, sure: int) -> str:
    return (
        f"{_cases(compared)} jämförda: {moved} byter nivå, {up} uppåt och {down} nedåt. "
        f"{sure} av bytena är säkra, vad de saknade svaren än blir."
    )


def archive_ranges(count: int) -> str:
    return f"Ytterligare {_cases(count)} behåller sin nivå men får ett annat spann."


def archive_moved(case: str, before: str, after: str, *, is_sure: bool) -> str:
    return f"{case}: från {before} till {after}{', säkert' if is_sure else ''}"


def level_range(low: int | None, central: int | None, high: int | None) -> str:
    if central is None:
        return NO_LEVEL
    return f"nivå {central}" if low == high else f"nivå {central} (spann {_level(low)}–{_level(high)})"


def archive_more(count: int) -> str:
    return f"och {count} till"


def archive_unreadable(paths: Sequence[Path]) -> str:
    return f"{_records(len(paths))} kunde inte läsas. Kör hallbarhet granska på {'den' if len(paths) == 1 else 'dem'} för att se varför."


def archive_other(count: int) -> str:
    return f"{_records(count)} är gjorda med andra checklistor och är inte med."


NOTHING_DECIDED = "Ingen post är ändrad, och inget fattat beslut ändras."


def reading_archive(number: int) -> str:
    return f"Läser arkivet: {swedish.number(number, 0)} poster"


def _cases(count: int) -> str:
    return "1 bedömning" if count == 1 else f"{swedish.number(count, 0)} bedömningar"


def _records(count: int) -> str:
    return "1 post" if count == 1 else f"{swedish.number(count, 0)} poster"
