"""Words about a second reader, the assessment two readers agree on, and follow-ups."""

from collections.abc import Sequence

from hallbarhet.texts import swedish

ONLY_THE_FIRST = (
    "En andra läsning görs av den första handläggarens bedömning. Välj den post där rollen är första läsaren."
)
BOTH_MUST_BE_FINISHED = (
    "Båda läsarna måste vara klara innan ni kan enas, så att ingen anpassar sig efter den andra. "
    "Gör först klart den bedömning som är ett utkast."
)
DIFFERENT_CHECKLISTS = (
    "De två bedömningarna är gjorda med olika checklistor och går inte att lägga bredvid varandra. "
    "För över det ena utkastet med `hallbarhet anpassa`."
)
FINISH_FIRST = "Bedömningen är inte klar, så det finns inget att följa upp än. Gör den klar först."

SECOND_BEGUN = "Andra läsning påbörjad"
FOLLOW_UP_BEGUN = {"uppfoljning": "Uppföljning påbörjad", "slutrapport": "Bedömning av slutrapport påbörjad"}


def agreed_begun(first: str, second: str) -> str:
    names = swedish.listed([name for name in (first.strip(), second.strip()) if name])
    return f"Gemensam bedömning påbörjad efter läsning av {names}" if names else "Gemensam bedömning påbörjad"


# `hallbarhet jamfor`

PATHS = "två poster att lägga bredvid varandra, eller en katalog med bedömningar"
JSON = "ett objekt per par som JSON, ett per rad"
EXAMPLE = """exempel:
  hallbarhet jamfor forsta.toml andra.toml      två läsares svar sida vid sida
  hallbarhet jamfor ansokan.toml uppfoljning.toml   väntat mot utfall
  hallbarhet jamfor bedomningar/                alla par i ett arkiv, och var läsare skiljer sig åt"""

READERS = "Två läsare av samma ärende"
EXPECTED = "Väntat och utfall"
ANY = "Två bedömningar"

RELATIONS = {"lika": "lika", "olika": "olika", "motsatt": "motsatt", "en_saknas": "bara den ena har svarat"}

NOT_THE_SAME_CHECKLIST = (
    "Bedömningarna är gjorda med olika checklistor. Ange två poster med samma checklista, "
    "eller för över den ena med `hallbarhet anpassa`."
)
NO_PAIRS = "Det finns inga par att jämföra: inget ärende har två läsare eller en uppföljning."
WRONG_NUMBER = "Ange antingen två poster eller en katalog."
MEANING = (
    "Måtten är till för att läsare ska lära sig döma jämnt tillsammans. De säger inget om vem som har rätt "
    "och används aldrig för att rangordna personer."
)


def compared(first: str, second: str) -> str:
    return f"A: {first}\nB: {second}"


def counted(same: int, different: int, opposite: int, missing: int) -> str:
    told = f"Svaren är lika på {same} av {same + different} frågor som båda har svarat på."
    if opposite:
        told += f" På {opposite} {'fråga' if opposite == 1 else 'frågor'} ser den ena en förbättring och den andra en försämring."
    if missing:
        told += f" Ytterligare {missing} har bara den ena svarat på."
    return told


def levels(first: int | None, second: int | None) -> str:
    if first is not None and first == second:
        return f"Båda kommer till nivå {first}."
    return f"A kommer till nivå {swedish.plain(first)}, B till nivå {swedish.plain(second)}."


def measures(grades: int, questions: int, values: Sequence[tuple[str, float | None]]) -> str:
    told = ", ".join(f"{name} {swedish.number(value, 2, sign=name == BIAS)}" for name, value in values)
    return f"{questions} frågor med {grades} grader: {told}."


RAW, KAPPA, AC, ALPHA, BIAS = "samma svar", "kappa", "AC2", "alfa", "B över A i steg"


def line(name: str, relation: str, first: str, second: str) -> str:
    return f"- {name} ({relation})\n    A: {first}\n    B: {second}"


DIFFERENCES = "Frågor där svaren skiljer sig:"
NONE_DIFFER = "Inga svar skiljer sig."


def pairs_found(readers: int, followed: int) -> str:
    return (
        f"{swedish.number(readers, 0)} par av läsare och {swedish.number(followed, 0)} uppföljningar. "
        "Ett par räknas när båda är klara och gjorda med samma checklista."
    )


def skipped(pairs: int) -> str:
    return f"{swedish.number(pairs, 0)} par är utelämnade: ett utkast, eller olika checklistor."


def calibration(readers: bool) -> str:
    return "Där läsare oftast skiljer sig åt:" if readers else "Där utfallet oftast blev ett annat än väntat:"


def question(name: str, checklist: str, pairs: int, share: float, opposite: int, steps: float | None) -> str:
    told = f"- {name} ({checklist}): olika i {swedish.percent(share)} av {swedish.number(pairs, 0)} par"
    if opposite:
        told += f", åt motsatt håll i {swedish.number(opposite, 0)}"
    if steps is not None:
        told += f"; B i snitt {swedish.number(steps, 1, sign=True)} steg från A"
    return told


def few(least: int) -> str:
    return f"Frågor med färre än {least} par visas inte: det vore att läsa ut mönster ur enstaka ärenden."


# In the app

EXPECTED_SHORT = "Väntat i ansökan"
READER = {"forsta": "Första läsaren", "andra": "Andra läsaren", "gemensam": "Gemensamt"}


def answered_by(who: str, answer: str, reason: str) -> str:
    return f"{who}: {answer}. {reason}" if reason else f"{who}: {answer}"


TITLE = "Läs igen eller följ upp"


def hint(title: str) -> str:
    return f"Vad vill du göra med {title}?" if title else "Vad vill du göra med ärendet?"


SECOND = "Läs ärendet som andra läsare, utan att se den förstas svar"
COMPARE = "Lägg de två läsarnas svar sida vid sida"
AGREE = "Börja den gemensamma bedömningen"
COMPARE_EXPECTED = "Lägg väntat och utfall sida vid sida"
FOLLOW_UP = {"uppfoljning": "Följ upp: samma frågor en gång till", "slutrapport": "Bedöm slutrapporten"}
NOTHING_TO_DO = (
    "Här finns inget att läsa igen eller följa upp än. Gör bedömningen klar först, "
    "eller välj den första läsarens bedömning."
)
NOTHING_BEFORE = "Den bedömning som följs upp finns inte i arkivet. Lägg tillbaka den, eller öppna rätt arkiv."
QUESTION = "Fråga"
EXPECTED_COLUMNS = ("Väntat", "Utfall")
