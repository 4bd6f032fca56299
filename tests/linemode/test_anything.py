"""Whatever is typed, in whatever order: the line mode answers in words, ends in order, and the record can be read."""

import io
import random

import pytest
from support.conversation import Script
from support.records import NASTY
from support.small import CLOCK

from hallbarhet.assessment.records import load, to_bytes
from hallbarhet.checklist.library import Library
from hallbarhet.linemode.opening import run

WORDS = (
    "", "", "", "", "1", "2", "3", "4", "5", "v", "e", "m", "u", "d", "i", "n", "0", "99", "1,2", "-", ".", "ja",
    "klar", "tillbaka", "ångra", "hoppa", "oversikt", "?", "gå 1", "gå 7", "gå 30", "gå 45", "ga x", "rensa", "spara",
    "kopia", "skillnad", "öppna", "ta bort", "2026-11-21", "450 000", "Ett skäl som räcker.", "Länsstyrelsen",
    *(text for text in NASTY if "\n" not in text),
)  # fmt: skip


@pytest.mark.parametrize("name", ["grund-kommersiell-service", "kronoberg-projektmedel"])
@pytest.mark.parametrize("seed", range(4))
def test_anything_typed_in_any_order_is_met(archive, name, seed):
    chance = random.Random(seed)  # noqa: S311  (no secret)
    checklist = Library().find(name)
    lines = [chance.choice(WORDS) for _ in range(200)]
    record = None
    for part in (lines[:120], lines[120:]):
        target = io.StringIO()
        code = run(
            archive, record=record, checklist=checklist, source=Script(*part), target=target, clock=lambda: CLOCK
        )
        assert code in {0, 1}, target.getvalue()[-500:]
        record = next(archive.glob("*.toml"), None)
        assert record is not None
        assessment = load(record).assessment
        assert to_bytes(assessment) == record.read_bytes()
