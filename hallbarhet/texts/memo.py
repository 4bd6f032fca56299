"""The text for the tjänsteskrivelse, and the page where it is taken from."""

from collections.abc import Sequence

from hallbarhet.texts.findings import lower_first

HEADING = "Hållbarhetsbedömning"
DRAFT = "Utkast: bedömningen är inte klarmarkerad."
JUDGEMENT = "Samlad bedömning"
NOT_WRITTEN = "Den samlade bedömningen är inte skriven."
DIMENSIONS = "Hållbarhet per dimension"
GATES = "Hållplatser"
CONFLICTS = "Målkonflikter"
CONDITIONS = "Villkor"
NO_CONDITIONS = "Inga villkor är valda."
BASIS = "Underlag"

TITLE = "Text till akten"
INTRO = "Så här blir texten. Siffrorna väljer, pilarna bläddrar."
COPY_MEMO = "Kopiera texten till tjänsteskrivelsen"
COPY_CONDITIONS = "Kopiera villkoren"
COPY_OPEN = "Kopiera det som är att ta reda på"
SAVE_FILE = "Spara texten som fil bredvid posten"
SENT = (
    "Texten är skickad till urklipp. Alla terminaler tar inte emot den: klistra in och se efter. Annars kan du spara "
    "den som fil."
)
TOO_LONG = (
    "Texten är skickad till urklipp, men den är lång och många terminaler tar inte emot så mycket. Går den inte att "
    "klistra in: spara den som fil."
)
NO_RECORD = "Det finns ingen post att lägga filen bredvid än."
PERSONAL = "Texten innehåller något som ser ut som personuppgifter. Läs igenom den innan du använder den."

HELP = (
    "Texten är gjord av dina egna ord och det som är beräknat. Kopiera den till tjänsteskrivelsen eller spara den som "
    "fil. Interna svar är inte med."
)

RECOMMENDATIONS = {
    "vidare": "Rekommendation: gå vidare.",
    "vidare_med_villkor": "Rekommendation: gå vidare med villkor.",
    "tank_om": "Rekommendation: tänk om.",
    "avsluta": "Rekommendation: avsluta.",
}
MEMO_ENDING = "_tjansteskrivelse"
OPEN_ENDING = "_att-ta-reda-pa"


def case(title: str, diary_number: str, applicant: str) -> str:
    return ", ".join(part for part in (title, diary_number, applicant) if part)


def deviation(reason: str) -> str:
    return f"Rekommendationen går emot det beräknade läget: {reason}"


def dimension(sentence: str, words: str) -> str:
    return f"{sentence} {words}".strip()


def gate(title: str, place: str, state: str, reason: str) -> str:
    told = f"{title} ({lower_first(place)}): {lower_first(state)}." if place else f"{title}: {lower_first(state)}."
    return f"{told} {reason}".strip()


def conflict(title: str, severity: str, status: str, details: Sequence[str]) -> str:
    return " ".join([f"{title} ({severity}; {status}).", *details])


def detail(label: str, words: str) -> str:
    return f"{label}: {words}{'' if words.endswith(('.', '!', '?')) else '.'}"


def numbered(number: int, text: str) -> str:
    return f"{number}. {text}"


def basis(checklist: str, id_: str, version: str, record: str) -> str:
    told = f"Bedömd med {checklist} ({id_} {version})."
    return f"{told} Post: {record}." if record else told


def seal(value: str) -> str:
    return f"Sigill: {value}"


def saved(name: str) -> str:
    return f"Texten är sparad som {name}."
