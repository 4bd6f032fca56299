"""What the question page says around a question."""

from collections.abc import Sequence

from hallbarhet.texts import swedish

UNKNOWN = "Vet inte: någon annan behöver svara"
UNKNOWN_SHORT = "Vet inte"
NOT_RELEVANT = "Ej relevant"
UNANSWERED = "Obesvarad"
NOTED = "Obesvarad, anteckning finns"

WHY = "Motivera kort (läses av den som beslutar)"
WHY_REQUIRED = "Motivera kort, det behövs här (läses av den som beslutar)"
WHY_OPTIONAL = "Motivering, om du vill"
WHY_WAIVED = "Varför är frågan inte relevant? Skriv minst tio tecken."
NOTE = "Anteckning, om du vill"
WHO = "Vem kan svara?"
WHO_HINT = "till exempel länsstyrelsen"
EVIDENCE = "Underlag"
EVIDENCE_HINT = "till exempel Ansökan s. 7; Budget rad 12"
NUMBER = "Svar"
FREE_TEXT = "Svar med egna ord"

INTERNAL_ON = "Svaret tas inte med i den offentliga versionen."
INTERNAL_OFF = "Svaret tas med i den offentliga versionen."
ALWAYS_INTERNAL = "Checklistan håller alltid den här frågan utanför den offentliga versionen."
NOT_SPLIT = "Den här frågan delas inte upp."
ANSWER_FIRST = "Välj först ett svar. Sedan kan det delas upp."
CLEARED = "Svaret är borttaget. Motiveringen finns kvar."
COMPLETED = "Bedömningen är klar. Öppna den igen, med en anledning, om något ska ändras."
KEPT_INACTIVE = "Frågan ställs inte längre. Svaret är kvar men räknas inte."

NO_GRADE = "–"


def place(section: str, number: int, count: int) -> str:
    return f"{section} · fråga {number} av {count}"


def place_outside(section: str) -> str:
    return f"{section} · frågan ställs inte nu"


def split(facets: Sequence[str]) -> str:
    return f"Dela svaret: {swedish.listed([facet.lower() for facet in facets])}"


def number_hint(low: float | None, high: float | None, unit: str) -> str:
    ending = f" {unit}" if unit else ""
    if low is not None and high is not None:
        return f"{swedish.plain(low)}–{swedish.plain(high)}{ending}"
    if low is not None:
        return f"minst {swedish.plain(low)}{ending}"
    if high is not None:
        return f"högst {swedish.plain(high)}{ending}"
    return unit


def not_a_number(text: str) -> str:
    return f"”{text}” går inte att läsa som ett tal. Skriv till exempel 1250 eller 12,5."


def too_long(most: int, length: int) -> str:
    return f"Texten är {length} tecken. Frågan tar högst {most}."


# Help about a question

GUIDANCE = "Vägledning"
ANCHORS = "Svaren betyder"
GOALS = "Globala målen"
GOALS_INDIRECT = "indirekt"
STRATEGY = "Regionens mål"
TAGS = "Rör"
RATIONALE_RULES = {
    "alltid": "Motivering behövs alltid.",
    "vid_utslag": "Motivering behövs när svaret är något annat än det neutrala.",
    "valfri": "Motivering är frivillig.",
}
RULES = "Motivering och poäng"
NOT_SCORED = "Frågan ger inga poäng."
NO_GUIDANCE = "Checklistan har ingen vägledning till den här frågan."
