"""What the demo archive says about itself, and when it will not be written."""

from pathlib import Path

MARKER_NAME = "OM-DEMOARKIVET.txt"


def marker(seed: int) -> str:
    return f"""Det här är ett demoarkiv.

Alla ärenden, sökande, handläggare och platser är påhittade. Kommunerna finns, men har inte sökt något.
Organisationsnumren har rätt kontrollsiffra men hör inte till någon.

Skrivet av ”hallbarhet demo” med fröet {seed}. Ta bort katalogen när du är klar.
"""


def not_a_demo(folder: Path) -> str:
    return f"{folder} innehåller redan något som inte är ett demoarkiv. Ange en tom katalog, till exempel: hallbarhet demo prova"


def not_a_folder(folder: Path) -> str:
    return f"{folder} är en fil. Ange en katalog att skriva demoarkivet i."


def not_written(folder: Path) -> str:
    return f"Demoarkivet kunde inte skrivas i {folder}. Kontrollera att du har rätt att skriva där och att disken inte är full."


def too_few(count: int) -> str:
    return f"Antalet är {count}. Skriv ett heltal som är 1 eller större."


def reviewed() -> str:
    return "granskad"


GRANTED = "beviljad"
REJECTED = "avslagen"
RUBRIK = "Satsning i {ort}"
APPLICANT = "{ort}s Utvecklingsgrupp, ideell förening"
"""Used with a checklist that has no facts of its own."""
