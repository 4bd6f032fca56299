"""Every screen as agreed, in words and in colours, at 80×24 and 120×40, dark and light.

Run with HALLBARHET_GULD=1 to write the gold files anew, and look at what changed.
"""

import os
from pathlib import Path
from uuid import UUID

import pytest
from support.paint import painting
from support.screens import GOLD, screen_text
from support.small import CLOCK
from support.walk import every_screen

from hallbarhet.review.changing import Offer

SIZES = [(80, 24), (120, 40)]

OFFERS = [
    Offer(
        "projektmedel", "Projektmedel", Path("liten.toml"), "En liten checklista", "1.0.0", "den du har", is_now=True
    ),
    Offer("projektmedel", "Projektmedel", Path("stor.toml"), "En stor checklista", "2.1.0", "", is_now=False),
    Offer("foretagsstod", "Företagsstöd", Path("stor.toml"), "En stor checklista", "2.1.0", "", is_now=False),
]
"""What one may change to; the shipped checklists grow in number without this screen being another."""


def compared(path, shown):
    """What differs from the gold file, in a sentence; nothing when it is as agreed."""
    if os.environ.get("HALLBARHET_GULD"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(shown, encoding="utf-8")
        return ""
    if not path.exists():
        return f"{path.name} has no gold file in {path.parent.name}"
    agreed = path.read_text(encoding="utf-8")
    if shown == agreed:
        return ""
    pairs = zip(agreed.splitlines(), shown.splitlines(), strict=False)
    first = next(((old, new) for old, new in pairs if old != new), ("", "more or fewer lines"))
    return f"{path.parent.name}/{path.name}:\n- {first[0]}\n+ {first[1]}"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_screen_looks_as_agreed(make_app, size, monkeypatch):
    monkeypatch.setattr("hallbarhet.review.changing.offers", lambda _library, _assessment: OFFERS)
    monkeypatch.setattr("hallbarhet.tui.caseroom.uuid.uuid4", lambda: UUID("0193f2a0-0000-7000-8000-000000000001"))
    app = make_app(clock=lambda: CLOCK)
    folder = f"{size[0]}x{size[1]}"
    differing = []
    names = set()
    async with app.run_test(size=size) as pilot:
        async for name in every_screen(pilot):
            names.add(name)
            words = compared(GOLD / folder / f"{name}.txt", screen_text(app) + "\n")
            colours = compared(GOLD / f"{folder}-farg" / f"{name}.txt", await painting(pilot))
            differing.extend(told for told in (words, colours) if told)
    assert not differing, "\n".join(differing)
    assert {path.stem for path in (GOLD / folder).glob("*.txt")} == names
