"""What the report of a batch re-scoring says."""

from collections.abc import Mapping, Sequence

from hallbarhet.texts import rescoring
from hallbarhet.texts.swedish import listed, number, percent, points

SKIP_LINK = "Hoppa till innehållet"
CONTENTS = "Innehåll"
KIND = "Omräkning av sparade bedömningar"
STANCE = "Besluten står fast."

HEADINGS: Mapping[str, str] = {
    "jamforelse": "Alternativen sida vid sida",
    "nivaer": "Nivåer före och efter",
    "index": "Hur index flyttas",
    "storst": "De största ändringarna",
    "jamforbarhet": "Hur jämförbara posterna är",
    "fragor": "Vad som blev av svaren",
    "avvikande": "Poster vars resultat inte följer av svaren",
    "olasta": "Poster som inte kunde läsas",
    "underlag": "Vad som räknades, och hur",
}

TARGET, RESCORED, LEFT_OUT, FLIPS, POSSIBLE = (
    "Ny checklista", "Omräknade", "Hoppades över", "Säkra omslag", "Möjliga omslag",
)  # fmt: skip
EACH_ITS_OWN = "Varje post räknas med sin egen checklista"
OWN_TITLE = "Omräkning av varje post med sin egen checklista"

ALTERNATIVE, UP, DOWN, MEAN, MEAN_CORE, GRADE_C = (
    "Alternativ", "Uppåt", "Nedåt", "Index i medel", "Kärnserien i medel", "Jämförbarhet C",
)  # fmt: skip

BEFORE, SUM = "Före", "Summa"
CASE, INDEX_BEFORE, INDEX_AFTER, CHANGE, LEVEL, FLIP, CAUSE = (
    "Ärende", "Index före", "Index efter", "Ändring", "Nivå", "Omslag", "Vad som flyttade det",
)  # fmt: skip
FLIP_WORDS = {"ingen": "inget", "mojlig": "möjligt", "saker": "säkert"}
POINTS, FULL, CORE = "Ändring i poäng", "Fulla serien", "Kärnserien"
GRADE, MEANING, RECORDS = "Jämförbarhet", "Vad det betyder", "Poster"
GRADES = {
    "A": "Alla frågor är desamma eller bara omformulerade.",
    "B": "Någon fråga har fått en annan skala, slagits ihop, delats eller tagits bort.",
    "C": "Någon fråga saknar svar efter omräkningen. Läs intervallet, inte mittvärdet.",
}
FILE, LINE, REASON = "Fil", "Rad", "Varför"
MADE_WITH = "Gjord med"

COMPARISON_TABLE = "Omslag och ändring av index för varje alternativ"
SHIFT_TABLE = "Poster efter hur många poäng index ändras"
LARGEST_TABLE = "Posterna vars index ändras mest, med vad som flyttade det"
GRADE_TABLE = "Poster efter hur väl de kan jämföras med hur de bedömdes"
GROUND_TABLE = "Checklistorna som posterna gjordes med"
FILES = "Posternas filer"
QUESTION_TABLE = "Svar per fråga: hur många som står kvar, sägs på annat sätt eller inte har någon plats"
CROSS_AXES = "före ↓ efter →"

METHOD = (
    (
        "Varje post räknas tre gånger. Före är den nivå posten hade med den checklista den gjordes med. "
        "Kärnserien räknar med de nya vikterna och trösklarna på de frågor som finns i båda checklistorna: den visar "
        "utvecklingen över tid. Fulla serien räknar med hela den nya checklistan, där nya frågor är vet inte."
    ),
    (
        "Ett omslag är säkert när nivåernas intervall före och efter inte har någon nivå gemensam, och möjligt när de "
        "överlappar utan att vara lika. Ändringen av index delas upp på vikter, frågor och sammanvägning med "
        "Shapleyvärden: delarna summerar alltid till hela ändringen."
    ),
)
DEVIATING = (
    "Resultatet som står i posten följer inte av svaren. Det kan vara ändrat för hand, eller räknat med en äldre "
    "version av programmet. Kontrollera posten med hallbarhet berakna och hallbarhet sigill."
)
NO_FLIPS = "Ingen post byter nivå."
NOT_DIVIDED = "kan inte delas upp"


def page_title(target: str) -> str:
    return f"{KIND}: {target}" if target else KIND


def title(target: str, is_changed: bool) -> str:
    """The heading of it all: the new checklist, or else whether some way changes weights or thresholds."""
    if target:
        return f"Omräkning till {target}"
    return "Omräkning med ändrade vikter eller trösklar" if is_changed else OWN_TITLE


def part(heading: str, alternative: str | None) -> str:
    return f"{heading}: {alternative}" if alternative else heading


def cross_finding(up: int, down: int, possible: int, whole: int) -> str:
    """The finding: how many change level, and which way."""
    if not up + down + possible:
        return NO_FLIPS
    told = []
    if up + down:
        share = percent((up + down) / whole) if whole else ""
        ways = f"{rescoring.count(up)} uppåt och {rescoring.count(down)} nedåt"
        told.append(f"{rescoring.records(up + down)} ({share}) byter säkert nivå, {ways}.")
    if possible:
        told.append(f"{rescoring.records(possible)} kan byta nivå, beroende på svar som saknas.")
    return " ".join(told)


def cross_cell(before: str, after: str, records: int) -> str:
    return f"Från nivå {before} till nivå {after}: {rescoring.records(records)}."


def shift_finding(mean: float | None, lower: int, higher: int) -> str:
    if mean is None:
        return "Det finns inget index att jämföra."
    told = f"Index ändras i medeltal {points(mean)} poäng"
    if not lower + higher:
        return f"{told}."
    return f"{told}; {rescoring.records(lower)} sjunker och {rescoring.records(higher)} stiger."


def shift_bin(low: int, high: int, records: int) -> str:
    return f"{span(low, high)} poäng: {rescoring.records(records)}."


def span(low: int, high: int) -> str:
    if low == high:
        return number(low, 0, sign=True)
    return f"{number(low, 0, sign=True)} till {number(high, 0, sign=True)}"


def core(mean: float | None, levels: int) -> str:
    index = "finns inget index att jämföra" if mean is None else f"ändras index i medeltal {points(mean)} poäng"
    return (
        f"På de frågor som finns i båda checklistorna {index}, och {rescoring.records(levels)} får en annan nettonivå."
    )


def other_changes(states: int, gates: int) -> str:
    return f"{rescoring.records(states)} får en annan status. För {rescoring.records(gates)} står någon hållplats annorlunda."


def told_of(told: int, whole: int) -> str:
    shown = f"De första {rescoring.count(told)} av {rescoring.count(whole)} visas här."
    return f"{shown} Alla står i raderna {rescoring.IN_ROWS}."


def causes(parts: Sequence[tuple[str, float]]) -> str:
    return listed([f"{rescoring.FACTORS[factor]} {points(part)}" for factor, part in parts]) or NOT_DIVIDED
