"""What the command line says about the other doors: line by line, in an editor, and completion without the app."""

TYPE_CHECKING = False  # the name alone tells a type checker; typing and pathlib are slow to load
if TYPE_CHECKING:
    from pathlib import Path

LINES_EXAMPLE = "exempel: hallbarhet radvis --checklista kronoberg-projektmedel"
RECORD = "postens fil (utelämnad: en ny bedömning)"
CHECKLIST_OPTION = "checklistans id, id@version eller fil"

BLANK_EXAMPLE = "exempel: hallbarhet mall kronoberg-projektmedel > bedomningar/ny.toml"

COMPLETE_EXAMPLE = "exempel: hallbarhet klarmarkera bedomningar/ny.toml"
RECORD_TO_COMPLETE = "postens fil"

DOCTOR_EXAMPLE = "exempel: hallbarhet doktor --arkiv bedomningar"

ORIGINS = {"val": "vald", "arkiv": "arkivets", "anvandare": "din egen", "paket": "programmets", "kallkod": "källkodens"}


def program(version: str, python: str, system: str) -> str:
    return f"Program: hållbarhet {version}, Python {python}, {system}"


def archive(folder: "Path", *, is_there: bool) -> str:
    return f"Arkiv: {folder}" + ("" if is_there else " (finns inte än)")


def own_settings(path: "Path", *, is_there: bool) -> str:
    return f"Egna inställningar: {path}" + ("" if is_there else " (finns inte)")


def shelf(folder: "Path", origin: str) -> str:
    return f"Mapp med checklistor: {folder} ({ORIGINS.get(origin, origin)})"


def checklist(id_: str, version: str, path: "Path") -> str:
    return f"Checklista: {id_} {version}, {path}"


def log(path: "Path", *, is_there: bool) -> str:
    told = "" if is_there else " (inget skrivet än)"
    return f"Logg: {path}{told}. Den ligger bara på den här datorn och innehåller inga ärenden eller namn."


def rescued(path: "Path") -> str:
    return f"Räddat arbete: {path}. Flytta filen till arkivet, eller ta bort den."
