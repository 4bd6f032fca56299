"""Draws the pictures of the officer's handbook from the app itself: `python docs/bilder/handlaggarhandbok.py`.

With `--kontrollera` nothing is written: it says which pictures no longer show what the app shows. A test asks the same.
"""

import asyncio
import contextlib
import os
import re
import sys
import tempfile
from collections.abc import AsyncIterator
from html import unescape
from pathlib import Path

from agarhandbok import HERE, Run, drawn, screen
from besok import Visit
from handlaggarens_arenden import CASE, CLOCK, begin, decide, leave_open, session_of, settle, write_others, write_second

from hallbarhet.assessment.keeper import Keeper
from hallbarhet.checklist.library import Library
from hallbarhet.texts import changing
from hallbarhet.tui.app import HallbarhetApp
from hallbarhet.tui.places import Place

BEGINNING = "handlaggare-"
SIZE = (80, 24)
SCROLLBAR = re.compile("[▁▂▃▄▅▆▇█]")
CONFLICT = "jobb-mot-utslapp"
OTHER_LIST = "grund"

TOLD = {
    "rundtur": "Rundturens första sida: vad programmet är.",
    "lista": "Listan med ärenden: diarienummer, rubrik och vad som återstår.",
    "arende": "Ärendets uppgifter, ett fält per rad.",
    "fraga": "En fråga om utsläpp med fem svar. Svaret är valt och motiverat.",
    "vet-inte": "En fråga besvarad med vet inte, med vem som kan svara.",
    "dela": "Ett svar delat på kön: ett svar för var och en.",
    "hjalp": "Hjälpen på frågan om utsläpp: vägledning, vad svaren betyder, motivering och tangenter.",
    "sok": "Sökrutan med träffar på ordet natur.",
    "hallplats": "En hållplats: vad du har sett så här långt.",
    "beslut": "Hållplatsens beslut: gå vidare, tänk om eller avsluta, med motivering, ansvarig och datum.",
    "malkonflikter": "Målkonflikterna i ärendet, med allvar och om de är öppna.",
    "malkonflikt": "En målkonflikt: vad som står mot vad, och hur den hanteras.",
    "oversikt": "Översikten: varje del, hållplatserna och vad som återstår.",
    "alla-fragor": "Översikten med varje fråga under sin del.",
    "laget": "Läget nu: poäng, spann, plus och minus per dimension.",
    "ta-reda-pa": "Att ta reda på: frågor samlade efter vem som kan svara.",
    "kontroll": "Kontrollera: överst det som återstår, sedan varje svar.",
    "byt": "Byt checklista: vad som behålls, ändras och är nytt.",
    "las-igen": "Rutan Läs igen eller följ upp, med det som går att göra med ärendet.",
    "sida-vid-sida": "Två läsares svar sida vid sida, de som skiljer sig överst.",
    "upptaget": "En ruta som säger vem som redan har ärendet öppet.",
    "samlad": "Den samlade bedömningen: beräknat läge, egen text och rekommendation.",
    "akten": "Text till akten, att kopiera eller spara.",
    "redo": "Allt är på plats: bedömningen kan göras klar.",
    "klart": "Bedömningen är klar och förseglad. Posten, rapporterna och sigillet står på sidan.",
}
"""What is seen on each picture, for those who do not see it."""


async def shown(visit: Visit) -> AsyncIterator[str]:
    """The walk of the handbook; the name of each picture while it stands on the screen."""
    session = visit.app.desk.session
    begin(session)
    await visit.go(Place("arende"))
    yield "arende"
    await visit.go(Place("fraga", "samhalle-utslapp"))
    yield "fraga"
    await visit.window("f1")
    yield "hjalp"
    await visit.close()
    await visit.window("ctrl+p")
    await visit.write("natur")
    yield "sok"
    await visit.close()
    await visit.go(Place("fraga", "samhalle-natur"))
    yield "vet-inte"
    await visit.go(Place("fraga", "samhalle-jobb"))
    await visit.press("d 3 4")
    await visit.until(lambda: "4 Något fler jobb" in visit.words)
    yield "dela"
    decide(session, lambda gate: gate == "hallplats-sammanhang")
    await visit.go(Place("hallplats", "hallplats-sammanhang"))
    yield "hallplats"
    await visit.go(Place("oversikt"))
    await visit.go(Place("hallplats", "hallplats-sammanhang", field="beslut"))
    yield "beslut"
    await visit.go(Place("oversikt"))
    await visit.until(lambda: "Nivå" in visit.words)
    yield "oversikt"
    await visit.press("f3")
    yield "alla-fragor"
    await visit.press("f3")
    await visit.window("f6")
    yield "laget"
    await visit.close()
    for kind in ("malkonflikter", "ta_reda_pa", "kontroll"):
        await visit.go(Place(kind))
        yield kind.replace("_", "-")
    other = next(row.path for row in Library().choices() if row.id == OTHER_LIST)
    await visit.go(Place("byt_till", f"{CASE.support_form} {other}"))
    await visit.until(lambda: changing.DO_IT in visit.words)
    yield "byt"
    await visit.go(Place("malkonflikt", CONFLICT))
    yield "malkonflikt"
    async for name in ended(visit):
        yield name


async def ended(visit: Visit) -> AsyncIterator[str]:
    """The rest of the walk, until the seal."""
    app, session = visit.app, visit.app.desk.session
    settle(session)
    for kind, name in (("samlad", "samlad"), ("akten", "akten"), ("klart", "redo")):
        await visit.go(Place(kind))
        yield name
    app.page.action_complete()
    await visit.until(lambda: bool(app.desk.report_lines))
    await visit.pilot.pause(0.3)
    yield "klart"
    app.leave_case()
    await visit.until(lambda: app.desk is None and app.screen is app._start and app._start.is_read)  # noqa: SLF001
    yield "lista"
    await visit.window("down enter")
    yield "upptaget"
    await visit.close()
    await visit.window("up f8")
    yield "las-igen"
    await visit.close()
    write_second(app.archive, Path(app._start.cases[-1].path))  # noqa: SLF001
    await visit.press("f5")
    await visit.until(lambda: "5 ärenden" in visit.words)
    await visit.press("end")
    await visit.window("f8")
    await visit.window("1")
    yield "sida-vid-sida"
    await visit.close()
    app.action_guide()
    await visit.until(lambda: app.screen is not app._start)  # noqa: SLF001
    yield "rundtur"


async def walked(archive: Path, record: Path) -> dict[str, list[list[Run]]]:
    """Every picture's lines, by name."""
    app = HallbarhetApp(archive, record=record, clock=lambda: CLOCK)
    found = {}
    async with app.run_test(size=SIZE) as pilot:
        visit = Visit(app, pilot)
        await visit.until(lambda: app.page is not None and app.page.is_running)
        async for name in shown(visit):
            await visit.settled()
            found[name] = screen(app)
    return found


def pictures() -> dict[str, str]:
    """Every picture by its file name."""
    with tempfile.TemporaryDirectory() as name, contextlib.chdir(name):
        os.environ["HALLBARHET_CONFIG_DIR"] = str(Path(name) / "egen")
        archive = Path("bedomningar")
        archive.mkdir()
        leave_open(write_others(archive)[0])
        keeper = Keeper(archive, session_of(CASE, 1))
        keeper.keep()
        assert keeper.path is not None  # noqa: S101  (it has just been written)
        found = asyncio.run(walked(archive, keeper.path))
    paper = next(run.paper for run in found["fraga"][2] if run.paper)
    return {f"{BEGINNING}{name}.svg": drawn(lines, TOLD[name], paper=paper) for name, lines in found.items()}


def words(picture: str) -> list[str]:
    """What can be read in a picture, piece by piece; a seal is only a seal, and a scrollbar says nothing."""
    found = map(unescape, re.findall(r"<text[^>]*>([^<]*)</text>", picture))
    return [re.sub(r"[0-9a-f]{64}", "…", piece) for piece in found if not SCROLLBAR.fullmatch(piece)]


def stale(new: dict[str, str]) -> list[str]:
    """Which pictures do not say what the app says, each with the first words that differ."""
    told = []
    for name, picture in new.items():
        path = HERE / name
        old = words(path.read_text(encoding="utf-8")) if path.exists() else []
        if (now := words(picture)) != old:
            differing = next((pair for pair in zip(old, now, strict=False) if pair[0] != pair[1]), ("", ""))
            told.append(f"{name}: {differing[0]!r} -> {differing[1]!r}")
    left = {path.name for path in HERE.glob(f"{BEGINNING}*.svg")} - set(new)
    return told + [f"{name}: nothing makes it" for name in sorted(left)]


def main() -> None:
    """Write them all, or say which are stale."""
    new = pictures()
    if "--kontrollera" in sys.argv:
        raise SystemExit("\n".join(stale(new)) or 0)
    for name, picture in new.items():
        (HERE / name).write_text(picture, encoding="utf-8", newline="\n")
        print(HERE / name)


if __name__ == "__main__":
    main()
