"""What the command line says to the owner of a checklist."""

from pathlib import Path

CHECKLISTS_EXAMPLE = """exempel:
  hallbarhet checklista lista
  hallbarhet checklista ny --fran kronoberg-projektmedel --region "Region X"
  hallbarhet checklista visa region-x-projektmedel.toml --format html > checklista.html
  hallbarhet checklista skillnad kronoberg-projektmedel region-x-projektmedel.toml"""
WHAT = "vad du vill göra"
ACTION = "KOMMANDO"

NAME = "checklistans id, id@version, fil eller fingeravtryck"
FILE = "checklistans fil"
JSON = "skriv JSON, för andra program"

LIST = "visa vilka checklistor som finns, och varifrån"
LIST_EXAMPLE = "exempel: hallbarhet checklista lista --arkiv bedomningar"
LIST_ALL = "även äldre versioner och arkivets egna kopior"

SHOW = "visa en hel checklista som dokument, med varifrån varje del kommer"
SHOW_EXAMPLE = "exempel: hallbarhet checklista visa kronoberg-projektmedel --format html --ut checklista.html"
SHOW_FORMAT = "text (standard), md eller html"
SHOW_OUT = "filen att skriva, i UTF-8 (annars skrivs dokumentet ut här)"
SHOW_JSON = "skriv den sammanslagna checklistan som JSON"

NEW = "skriv ett kommenterat tillägg till en checklista"
NEW_EXAMPLE = 'exempel: hallbarhet checklista ny --fran kronoberg-projektmedel --region "Region X"'
NEW_BASE = "checklistan att utgå från: id, id@version eller fil"
NEW_REGION = "regionens namn"
NEW_OUT = "filen att skriva (annars tilläggets id med .toml)"

FREEZE = "spara grunden som ett tillägg bygger på, bredvid tillägget"
FREEZE_EXAMPLE = "exempel: hallbarhet checklista frys region-x-projektmedel.toml"

DIFFERENCE = "berätta vad som skiljer mellan två checklistor, och vad det gör"
DIFFERENCE_EXAMPLE = "exempel: hallbarhet checklista skillnad projektmedel@1.0 ny.toml --arkiv bedomningar"
DIFFERENCE_OLD = "den äldre: id, id@version eller fil"
DIFFERENCE_NEW = "den nyare: id, id@version eller fil"
DIFFERENCE_ARCHIVE = "räkna också hur många sparade bedömningar som skulle byta nivå"

SCHEMA = "skriv ett JSON-schema som editorer kan läsa"
SCHEMA_EXAMPLE = "exempel: hallbarhet checklista schema > hallbarhet.schema.json"

TRY = "gå igenom en checklista i appen utan att något sparas"
TRY_EXAMPLE = "exempel: hallbarhet checklista prova region-x-projektmedel.toml"

WATCH = "granska igen varje gång en fil sparas; avsluta med Ctrl+C"

LIST_HEADINGS = ("Id", "Version", "Stödformer", "Varifrån", "Titel")
ALL_FORMS = "alla"
SHELVES = {
    "val": "vald mapp",
    "arkiv": "arkivet",
    "anvandare": "din egen mapp",
    "paket": "programmet",
    "kallkod": "programmet",
}
NOTHING_TO_LIST = "Det finns inga checklistor. Skriv en, eller installera programmet på nytt."


def overlay_on(shelf: str, base: str) -> str:
    return f"{shelf}, på {base}"


def never_overwrites(path: Path) -> str:
    return f"{path} finns redan och skrivs inte över. Välj ett annat namn med --ut."


def begun(path: Path) -> str:
    return f"Tillägget ligger i {path}. Öppna det i en editor, och kör: hallbarhet granska {path} --bevaka"


def is_no_overlay(path: Path) -> str:
    return f"{path} bygger inte på någon annan checklista, så det finns ingen grund att spara."


def base_not_found(name: str, version: str) -> str:
    return f"Grunden {name} {version} går inte att hitta igen. Lägg den bredvid tillägget och försök igen."


def frozen(path: Path, name: str, version: str) -> str:
    return f"Grunden {name} {version} är sparad i {path}. Lägg mappen checklistor tillsammans med tillägget."


def record_fingerprint(reference: str, fingerprint: str) -> str:
    return (
        "Tillägget säger inte vilken grund det skrevs mot. Skriv i [checklista]:\n"
        f'bygger_pa = "{reference}"\n'
        f'bygger_pa_fingeravtryck = "{fingerprint}"'
    )


def checked_at(time: str) -> str:
    return f"--- Granskat {time}"


WATCHING = "Väntar på ändringar. Avsluta med Ctrl+C."
STOPPED_WATCHING = "Bevakningen är avslutad."
