"""What a change does to test cases and to an archive, in sentences and for another program."""

from collections.abc import Iterator
from typing import Any

from hallbarhet.review.comparing import ArchiveCompared, ExampleChange, ExamplesCompared, Moved
from hallbarhet.scoring.outcome import LevelRange
from hallbarhet.texts import owner as texts

MOST_TOLD = 20
"""Saved assessments told one by one; the rest are counted."""


def examples_told(compared: ExamplesCompared) -> Iterator[str]:
    """The test cases that come to something else, one line each."""
    if not compared.changed:
        yield texts.examples_unchanged(compared.tried)
        return
    yield texts.examples_changed(len(compared.changed), compared.tried)
    for change in compared.changed:
        yield f"- {texts.example_changed(change.name, _differences(change))}"


def archive_told(compared: ArchiveCompared) -> Iterator[str]:
    """How many saved assessments would change level, the first of them by name, and what could not be compared."""
    moved = [one for one in compared.moved if one.has_moved]
    if compared.compared and not compared.moved:
        yield texts.archive_unchanged(compared.compared)
    elif compared.compared:
        up = sum((one.after.central or 0) > (one.before.central or 0) for one in moved)
        sure = sum(one.flip == "saker" for one in moved)
        yield texts.archive_changed(compared.compared, len(moved), up, len(moved) - up, sure)
        yield from (f"- {_moved(one)}" for one in moved[:MOST_TOLD])
        if len(moved) > MOST_TOLD:
            yield f"- {texts.archive_more(len(moved) - MOST_TOLD)}"
        if len(compared.moved) > len(moved):
            yield texts.archive_ranges(len(compared.moved) - len(moved))
    if compared.other:
        yield texts.archive_other(compared.other)
    if compared.unreadable:
        yield texts.archive_unreadable(compared.unreadable)
    yield texts.NOTHING_DECIDED


def example_row(change: ExampleChange) -> dict[str, Any]:
    """A changed test case for another program."""
    standings = {"fore": change.before, "efter": change.after}
    return {
        "provfall": change.name,
        **{
            word: {
                "niva": standing.level,
                "status": standing.state,
                "malkonflikter": sorted(standing.conflicts),
                "hallplatser": sorted(standing.gates),
            }
            for word, standing in standings.items()
        },
        "text": texts.example_changed(change.name, _differences(change)),
    }


def moved_row(moved: Moved) -> dict[str, Any]:
    """A saved assessment whose level or range would change, for another program."""
    return {
        "post": str(moved.record),
        "fore": {"niva": _range(moved.before)},
        "efter": {"niva": _range(moved.after)},
        "omslag": moved.flip,
    }


def archive_row(compared: ArchiveCompared) -> dict[str, Any]:
    """The counts for another program."""
    moved = [one for one in compared.moved if one.has_moved]
    return {
        "arkiv": {
            "jamforda": compared.compared,
            "byter_niva": len(moved),
            "sakra": sum(one.flip == "saker" for one in moved),
            "andra_checklistor": compared.other,
            "olasliga": [str(path) for path in compared.unreadable],
        }
    }


def _differences(change: ExampleChange) -> list[str]:
    before, after = change.before, change.after
    told = []
    if before.level != after.level:
        told.append(texts.level_changed(before.level, after.level))
    if before.state != after.state:
        told.append(texts.state_changed(before.state, after.state))
    titles = {**before.titles, **after.titles}
    for old, new, say in (
        (before.conflicts, after.conflicts, texts.conflicts_changed),
        (before.gates, after.gates, texts.gates_changed),
    ):
        came, went = ([titles[id_] for id_ in sorted(ids)] for ids in (new - old, old - new))
        told += say(came, went)
    return told


def _moved(moved: Moved) -> str:
    before, after = (texts.level_range(one.low, one.central, one.high) for one in (moved.before, moved.after))
    return texts.archive_moved(moved.case or moved.record.name, before, after, is_sure=moved.flip == "saker")


def _range(level: LevelRange) -> dict[str, int | None]:
    return {"min": level.low, "netto": level.central, "max": level.high}
