"""What the overview, the standing and the list of answers say."""

from hallbarhet.texts import swedish
from hallbarhet.texts.tui import counted

TITLE = "Översikt"
CASE = "Ärendets uppgifter"
CONFLICTS = "Målkonflikter"
CHECK = "Kontrollera svaren"
JUDGEMENT = "Samlad bedömning"
DONE = "Klart"

STATE_DONE = "Klar"
STATE_BEGUN = "Påbörjad"
STATE_NOT_BEGUN = "Ej påbörjad"
STATE_NOT_ASKED = "Ställs inte"
LATER = "Senare"
NONE_OPEN = "Inga öppna"
NOTHING_LEFT = "Inget kvar"
DECISIONS = {"vidare": "Gå vidare", "tank_om": "Tänk om", "avsluta": "Avsluta"}
TO_DECIDE = "Att avgöra"
TRIGGERED = "Utlöst, att avgöra"
WANTS_REASON = "motivera"
UNANSWERED = "–"

ROW_HINT = "Ställ dig på en fråga: siffror svarar på raden, v vet inte, e ej relevant. Enter öppnar frågan."
KEY_UNKNOWN = "v Vet inte"
KEY_NOT_RELEVANT = "e Ej relevant"
POINTS = "Poäng nu"
LEVEL = "Nivå"

STATES = {
    "stopp": "Stopp vid en hållplats",
    "avslutad": "Avslutad vid en hållplats",
    "ej_bedombar": "Går inte att bedöma än",
    "ofullstandigt_underlag": "Ofullständigt underlag",
    "hallplats": "En hållplats väntar på beslut",
    "niva_klar": "Nivån är klar",
    "nivaintervall": "Nivån är ett intervall tills fler frågor är besvarade",
}

STANDING_TITLE = "Läget nu"
STANDING_NOTE = "Poängen går från −100 till +100. Spannet visar sämsta och bästa utfall för det ingen vet än. Svar är hur stor del av vikten som är besvarad."
COLUMNS = ("", "Poäng", "Spann", "Plus", "Minus", "Svar")
ROBUSTNESS_UNKNOWN = "Hur stabil nivån är går inte att säga än."
GOALS_TITLE = "Globala målen som frågorna gäller"

CHECK_TITLE = "Kontrollera"
CHECK_LEFT = "Det här återstår"
CHECK_ALL_DONE = "Inget återstår. F8 visar den samlade bedömningen; efter den klarmarkerar du."
CHECK_ENDED = "Ärendet är avslutat vid en hållplats. Det som återstår gäller bara den."
MARK_MISSING = "saknar motivering"
MARK_INACTIVE = "räknas inte"

DEEPENED = "Alla frågor ställs nu."
SHORTENED = "Nu ställs bara de korta frågorna. Svar på övriga är kvar men räknas inte."
SHORTEN_TITLE = "Varför räcker den korta bedömningen?"


def share(answered: int, asked: int) -> str:
    return f"{answered} av {asked}"


def open_count(count: int) -> str:
    return counted(count, "öppen", "öppna") if count else NONE_OPEN


def left(count: int) -> str:
    return f"{counted(count, 'sak', 'saker')} kvar" if count else NOTHING_LEFT


def span(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return swedish.NOTHING
    if round(low, 1) == round(high, 1):
        return ""
    return f"{swedish.points(low)} till {swedish.points(high)}"


def level(low: tuple[int, str] | None, high: tuple[int, str] | None) -> str:
    if low is None or high is None:
        return "Ingen nivå än"
    if low == high:
        return f"Nivå {low[0]}, {low[1].lower()}"
    return f"Nivå {low[0]}–{high[0]}, {low[1].lower()} till {high[1].lower()}"


def robustness(share_of_hundred: int, level_number: int) -> str:
    return f"Nivå {level_number} står sig i {share_of_hundred} av 100 rimliga viktningar."


def goal(number: str, name: str, plus: float, minus: float, unknown: int) -> str:
    signs = []
    if plus:
        signs.append(f"plus {swedish.number(plus)}")
    if minus:
        signs.append(f"minus {swedish.number(minus)}")
    if unknown:
        signs.append(counted(unknown, "obesvarad", "obesvarade"))
    return f"{number}  {name}: {', '.join(signs) or 'inget utslag'}"
