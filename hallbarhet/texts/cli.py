"""What the command line says."""

from hallbarhet.texts.paths import NOT_FOUND

TYPE_CHECKING = False  # the name alone tells a type checker; typing and pathlib are slow to load
if TYPE_CHECKING:
    from pathlib import Path

DESCRIPTION = (
    "Hållbarhetssäkring av stödärenden: checklista i terminalen, målkonflikter, poster och rapporter för arkivet."
)
EPILOG = """exempel:
  hallbarhet demo                      prova på påhittade ärenden
  hallbarhet --arkiv bedomningar       öppna ett arkiv
  hallbarhet granska min-checklista.toml
  hallbarhet rapport bedomningar/RUN-174-2020_1a2b3c4d.toml

Utan kommando öppnas appen i det aktuella arkivet (./bedomningar).
Hjälp om ett kommando: hallbarhet KOMMANDO --help"""
VERSION = "visar programmets version"
COMMANDS = "kommandon"
COMMAND = "KOMMANDO"

ARCHIVE_OPTION = "arkivets katalog (annars den som står i inställningarna, eller ./bedomningar)"
START_EXAMPLE = "exempel: hallbarhet starta --arkiv bedomningar"

ASSESS_EXAMPLE = "exempel: hallbarhet bedom --checklista kronoberg-projektmedel"
RECORD = "postens fil (utelämnad: en ny bedömning)"
CHECKLIST_OPTION = "checklistans id, id@version eller fil"

DEMO_EXAMPLE = "exempel: hallbarhet demo prova --antal 200 --fro 7"
DEMO_FOLDER = "katalogen att skriva i (annars ./demo)"
DEMO_COUNT = "antal ärenden (annars de handskrivna)"
DEMO_SEED = "fröet: samma tal ger samma ärenden"

CHECK_EXAMPLE = "exempel: hallbarhet granska checklists/ bedomningar/"
CHECK_PATHS = "filer eller kataloger"
STRICT = "räkna även varningar som fel"
JSON_LINES = "skriv en JSON-rad i taget, för andra program"

CALCULATE_EXAMPLE = "exempel: hallbarhet berakna bedomningar/ --json"
CALCULATE_PATHS = "poster, rapporter med inbäddad post, eller kataloger"
EXPLAIN = "visa hur varje tal blev till"

REPORT_EXAMPLE = "exempel: hallbarhet rapport bedomningar/RUN-174-2020_1a2b3c4d.toml --offentlig"
REPORT_FOLDER = "katalog för rapporterna (annars bredvid posten)"
PUBLIC = "den offentliga versionen, utan inre text, personuppgifter och kontaktuppgifter"
FORMAT = "html (standard), md, txt eller pdf (pdf behöver tillägget hallbarhet[pdf])"


VERIFY_PATHS = "poster, rapporter med inbäddad post, eller kataloger"
VERIFY_AGAINST = "en äldre kopia eller rapport som visar vad som ändrats (annars den rapport som ligger bredvid posten)"
VERIFY_EXAMPLE = "exempel: hallbarhet sigill bedomningar/"

INTERRUPTED = "Avbrutet. Det som var sparat är kvar."


def usage_fault(message: str, command: str) -> str:
    return f"{command}: {message}. Mer hjälp: {command} --help"


def crashed(path: "Path | None") -> str:
    if path is None:
        return "Ett fel i programmet gjorde att kommandot avbröts. Det som var sparat är kvar."
    return f"Ett fel i programmet gjorde att kommandot avbröts. Det som var sparat är kvar. Felet är beskrivet i {path}; skicka den filen till den som sköter programmet."


def needs_terminal(command: str) -> str:
    return (
        f"{command} öppnar ett program i helskärm och behöver en terminal. "
        "Kör det i ett terminalfönster, inte genom ett rör eller en schemaläggare."
    )


def demo_written(count: int, folder: "Path") -> str:
    return f"{count} påhittade ärenden ligger i {folder}."


def demo_kept(count: int, folder: "Path") -> str:
    return f"Demoarkivet i {folder} finns redan, med {count} ärenden. Det är orört; ta bort katalogen för att börja om."


def demo_open(folder: "Path") -> str:
    return f"Öppna arkivet med: hallbarhet --arkiv {folder}"


def no_such_path(path: "Path") -> str:
    return f"{path}: {NOT_FOUND}"


def nothing_in(path: "Path") -> str:
    return f"{path} innehåller inga poster. Ange en katalog med poster (*.toml), eller skapa ett arkiv med hallbarhet demo."


def nothing_to_check(path: "Path") -> str:
    return f"{path} innehåller inga TOML-filer att granska."


def checked(files: int, faults: int, warnings: int) -> str:
    count = "1 fil" if files == 1 else f"{files} filer"
    if not faults and not warnings:
        return f"{count} granskad{'' if files == 1 else 'e'}: inga fel och inga varningar."
    return f"{count} granskad{'' if files == 1 else 'e'}: {faults} fel och {warnings} {'varning' if warnings == 1 else 'varningar'}."


def other_fingerprint(name: str) -> str:
    return f"{name}: checklistan är inte den som posten gjordes med, så talen kan skilja sig från postens egna."


def against_one() -> str:
    return "--mot jämför en post med en äldre kopia av den. Ange en post i taget."


def unreadable(count: int) -> str:
    return "1 post kunde inte läsas." if count == 1 else f"{count} poster kunde inte läsas."


def folder_not_made(path: "Path") -> str:
    return f"Katalogen {path} går inte att skapa. Välj en annan katalog, eller kontrollera behörigheten."
