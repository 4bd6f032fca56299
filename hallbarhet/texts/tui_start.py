"""What the list of cases says."""

from hallbarhet.texts import tui

TITLE = "Mina ärenden"
FILTER_HINT = "Skriv för att leta bland ärendena"
EMPTY = (
    "Här finns inga ärenden än. Tryck n för att börja en ny bedömning. Vill du prova först: tryck Ctrl+P, skriv ”öva” och "
    "tryck Enter."
)
NO_MATCH = "Inget ärende passar. Rensa sökningen för att se alla."
LOADING = "Läser arkivet …"
STATUSES = {"utkast": "Utkast", "klar": "Klar", "granskad": "Granskad"}
UNREADABLE = "Oläsbar"
NO_DIARY_NUMBER = "utan diarienr"
CHOOSE_CHECKLIST = "Vilken checklista?"
CHOOSE_HINT = "Enter väljer, Esc avbryter"
NO_CHECKLISTS = "Det finns ingen checklista att välja. Lägg en i arkivets mapp checklistor, eller ange --checklista."
RECOMMENDATIONS = {
    "vidare": "gå vidare",
    "vidare_med_villkor": "med villkor",
    "tank_om": "tänk om",
    "avsluta": "avsluta",
}
"""Short, for a column."""


FACT_APPLICANT = "Sökande"
FACT_SUPPORT_FORM = "Stödform"
FACT_OFFICER = "Handläggare"
FACT_STATE = "Status"
FACT_LEFT = "Återstår"
FACT_RECOMMENDATION = "Bedömning"
FACT_SAVED = "Senast sparad"
FACT_FILE = "Fil"
FACT_FAULT = "Fel"


def everything_left(questions: int, unknown: int, conflicts: int) -> str:
    """All that is open, where there is room for it."""
    parts = [
        tui.counted(questions, "fråga utan svar", "frågor utan svar") if questions else "",
        tui.counted(unknown, "svar att ta reda på", "svar att ta reda på") if unknown else "",
        tui.counted(conflicts, "öppen målkonflikt", "öppna målkonflikter") if conflicts else "",
    ]
    return ", ".join(part for part in parts if part)


def cases(archive: str, count: int) -> str:
    return f"{archive} · {tui.counted(count, 'ärende', 'ärenden')}"


def matching(count: int, of: int) -> str:
    return f"{count} av {of} ärenden"


def left(questions: int, conflicts: int, unknown: int) -> str:
    """What comes first of what is open: a column has no room for all of it."""
    if questions:
        return f"{tui.counted(questions, 'fråga', 'frågor')} kvar"
    if conflicts:
        return tui.counted(conflicts, "målkonflikt", "målkonflikter")
    return f"{unknown} att ta reda på" if unknown else ""


READINGS = {
    "andra": "andra läsaren",
    "gemensam": "gemensam",
    "uppfoljning": "uppföljning",
    "slutrapport": "slutrapport",
}
"""What a record is besides the first reading of an application: by role or stage."""


def reading(stage: str, role: str) -> str:
    """Which of the readings of a case it is, when it is not the first one of the application."""
    return READINGS.get(stage) or READINGS.get(role, "")


def state(status: str, more: str) -> str:
    return " · ".join(part for part in (STATUSES.get(status, status), more) if part)
