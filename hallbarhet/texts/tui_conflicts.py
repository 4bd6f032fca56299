"""What the pages of goal conflicts say."""

from hallbarhet.texts import swedish
from hallbarhet.texts.conflicts import FIELDS

TITLE = "Målkonflikter"
INTRO = "En målkonflikt är att något som är bra för ett mål eller en grupp är dåligt för ett annat."
NONE = "Reglerna har inte sett någon målkonflikt. Ser du en, lägg till den med n."
FOUND = "Att ta ställning till"
POSSIBLE = "Kan finnas"
OWN = "Tillagda av dig"
EARLIER = "Inte längre utlösta"

AGAINST = "Vad står mot vad"
SEVERITY = "Allvar"
TO_SETTLE = "Att reda ut"
PROPOSAL = "Förslag"
STATUS = "Hur hanteras den?"
REQUIRED = "krävs"
WHO_WINS = "Vinner"
WHO_LOSES = "Förlorar"
WHERE = "Var"
WHEN = "När"
RATIONALE = "Motivering"
ACTION = "Åtgärd"
RESPONSIBLE = "Ansvarig"
FOLLOW_UP = "Hur den följs upp"
FOLLOW_UP_ON = "Följs upp den"
DECIDED_BY = "Beslutsfattare"
OWN_TITLE = "Vad står mot vad, i en mening?"
OWN_SEVERITY = "Hur allvarlig är den?"
NOT_OWN = "Bara en målkonflikt som du själv har lagt till kan tas bort. Avfärda den i stället, med en motivering."
WITHDRAWN = "Målkonflikten är borttagen."
NOTHING_LEFT = "Allt som krävs är ifyllt."
SETTLED_BY_STATUS = "Välj hur den hanteras."

FIELD_LABELS = {
    "vinner": WHO_WINS, "forlorar": WHO_LOSES, "var": WHERE, "nar": WHEN, "motivering": RATIONALE, "atgard": ACTION,
    "ansvarig": RESPONSIBLE, "uppfoljning": FOLLOW_UP, "uppfoljning_datum": FOLLOW_UP_ON,
    "beslutsfattare": DECIDED_BY,
}  # fmt: skip


def waits_for(names: list[str]) -> str:
    return f"svara på {swedish.listed(names, 'eller')}"


def possible(names: list[str]) -> str:
    return f"Den kan finnas: {waits_for(names)}." if names else "Den kan finnas."


def required_left(keys: list[str]) -> str:
    return f"Kvar att fylla i: {swedish.listed([FIELDS[key] for key in keys])}."


def required_label(label: str) -> str:
    return f"{label} ({REQUIRED})"
