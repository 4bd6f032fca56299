"""Another checklist, version or support form mid-way: what is offered, what it would do, what was done."""

from hallbarhet.texts.tui import counted

TITLE = "Byt checklista eller stödform"
INTRO = "Välj vad ärendet ska bedömas med. Först ser du vad som händer. Inget ändras förrän du säger det."
NOTHING_OFFERED = "Det finns ingen annan checklista eller stödform att byta till."
NOW = "som nu"
NEWER = "nyare version"
OLDER = "äldre version"
SAME_LIST = "samma checklista"

DO_IT = "Byt nu"
LEAVE_IT = "Låt bli"
NOTHING_CHANGES = "Ärendet bedöms redan så. Inget behöver ändras."
ONLY_FORM = "Frågorna är desamma, och alla svar behålls."
CAN_BE_UNDONE = "Ctrl+Z tar tillbaka bytet."
OPEN_AGAIN_FIRST = "Bedömningen är klar och förseglad. Öppna den igen under Klart, med ett skäl, och byt sedan."
WORKING = "Jämför checklistorna …"

HELP = (
    "Ett ärende kan visa sig vara något annat än det såg ut. Välj stödform och checklista på en rad, så visas vad som "
    "behålls, ändras, inte längre ställs och är nytt. Svar som inte får plats står kvar i posten. Ctrl+Z tar tillbaka."
)
HELP_PREVIEW = (
    "Läs vad bytet gör. Pilarna bläddrar. 1 byter, 2 låter bli. De gamla svaren står kvar i posten som de skrevs, och "
    "Ctrl+Z tar tillbaka hela bytet."
)


def current(form: str) -> str:
    return f"{form} (som nu)"


def form_changed(before: str, after: str) -> str:
    return f"stödform ändrad från {before or 'ingen'} till {after}"


def changed(title: str) -> str:
    return f"Nu bedöms ärendet med {title}. {CAN_BE_UNDONE}"


def in_full(title: str, version: str) -> str:
    return f"{title}, version {version}"


def not_asked(count: int) -> str:
    told = counted(count, "svar gäller en fråga", "svar gäller frågor")
    return f"{told} som inte ställs i det här ärendet. {'Det' if count == 1 else 'De'} är kvar men räknas inte:"
