"""What the report says about scores, gates, conflicts and goals, in whole sentences."""

from collections.abc import Sequence
from functools import lru_cache

from hallbarhet.texts import swedish
from hallbarhet.texts.conflicts import SEVERITIES
from hallbarhet.texts.swedish import number, percent, points

DIMENSIONS_INTRO = (
    "Poängen går från −100, motverkar starkt, till +100, bidrar starkt. Noll betyder ingen påverkan, "
    "eller att plus och minus tar ut varandra. Därför visas alltid plus och minus var för sig."
)
ALL_KNOWN = "Alla frågor som räknas har säkra svar."
NO_GATES = "Checklistan har inga hållplatser."
NO_CONFLICTS = "Reglerna fann inga målkonflikter, och handläggaren har inte lagt till någon."
CONFLICTS_INTRO = (
    "En målkonflikt är när insatsen hjälper något och skadar något annat. Den ändrar inga poäng, men den ska utredas."
)
NOTHING_OPEN = "Alla frågor som ställdes har säkra svar, och ingen hållplats eller målkonflikt hänger på något okänt."
NO_LEVEL = "Ingen nivå kan räknas fram."
ONLY_PLUS, ONLY_MINUS = "Bara plus", "Bara minus"
MORE_PLUS, MORE_MINUS = "Mer plus än minus", "Mer minus än plus"
EVEN, NO_EFFECT = "Lika mycket plus som minus", "Ingen påverkan"
CANNOT_TELL = "Går inte att bedöma"
NOT_JUDGED = "Inte bedömd"
SMALLEST = 0.05
"""Points below this print as 0,0, and words must not say more than the number beside them."""


def count(number_: int, one: str, several: str) -> str:
    return f"{swedish.number(number_, 0)}{swedish.NO_BREAK}{one if number_ == 1 else several}"


def direction(plus: float | None, minus: float | None) -> str:
    """The sign of a dimension in words, from its gross plus and minus."""
    if plus is None or minus is None:
        return CANNOT_TELL
    has_plus, has_minus = plus >= SMALLEST, minus >= SMALLEST
    if not has_plus and not has_minus:
        return NO_EFFECT
    if not has_minus:
        return ONLY_PLUS
    if not has_plus:
        return ONLY_MINUS
    if abs(plus - minus) < SMALLEST:
        return EVEN
    return MORE_PLUS if plus > minus else MORE_MINUS


def span(low: float | None, high: float | None) -> str:
    """A range of points: `−41,7 till +25,0`, or the one number when both print the same."""
    lowest, highest = points(low), points(high)
    return lowest if lowest == highest else f"{lowest} till {highest}"


def not_live(name: str) -> str:
    return f"{name} har inga poäng, eftersom ingen fråga som räknas gäller det här ärendet."


def not_judged(name: str) -> str:
    return f"{name} är inte bedömd: ingen fråga som räknas har fått ett säkert svar."


def dimension(name: str, low: float | None, central: float, high: float | None, plus: float, minus: float) -> str:
    told = f"{name} får {points(central)} poäng: {number(plus)} plus och {number(minus)} minus."
    if points(low) == points(high):
        return told
    return f"{told} Svar som saknas gör att poängen kan ligga från {points(low)} till {points(high)}."


def coverage(answered: float | None, waived: float) -> str:
    told = [] if answered is None else [ALL_KNOWN if round(answered, 9) >= 1 else f"Svarsgraden är {share(answered)}."]
    if waived > 0:
        told.append(f"{percent(waived)} av vikten är satt till ej relevant.")
    return " ".join(told)


def share(value: float | None) -> str:
    """A share in percent, with a decimal where it has one; 99,96 % never prints as all."""
    if value is None:
        return swedish.NOTHING
    shown = min(round(value * 100, 1), 99.9) if round(value, 9) < 1 else 100.0
    return f"{swedish.plain(shown)}{swedish.NO_BREAK}%"


def lower_first(name: str) -> str:
    """A name inside a sentence: `Social hållbarhet` becomes `social hållbarhet`; EU stays EU."""
    return name if name[1:2].isupper() else f"{name[:1].lower()}{name[1:]}"


def upper_first(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def severity(level: int) -> str:
    return f"Allvar {level} av 4: {SEVERITIES[level]}" if level in SEVERITIES else ""


NO_GOALS = "Ingen ställd och relevant fråga gäller något av de 17 globala målen."


def untouched(goals: Sequence[str]) -> str:
    """Goals the asked questions do not speak of, which is not to say that the project does not touch them."""
    if not goals:
        return "Frågorna gäller alla 17 globala målen."
    return f"Ingen ställd och relevant fråga gäller mål {swedish.listed(goals)}."


GOALS_NOTE = (
    "Plus och minus är varje måls del av indexet. En fråga som pekar på flera mål delas mellan dem, "
    "så att inget räknas två gånger."
)


def quiet_gates(titles: Sequence[str]) -> str:
    return f"Prövade men inte utlösta: {swedish.listed(titles)}."


def possible_gates(titles: Sequence[str]) -> str:
    return f"Kan bli utlösta, beroende på svar som saknas: {swedish.listed([quoted(title) for title in titles])}."


def named_gates(titles: Sequence[str]) -> str:
    if not titles:
        return ""
    return f"{'Hållplats' if len(titles) == 1 else 'Hållplatser'}: {swedish.listed([quoted(t) for t in titles])}."


def document(name: str, handed_in: bool) -> str:
    return f"{name}: {'inlämnad' if handed_in else 'saknas'}"


def quiet_rules(number_: int) -> str:
    return f"{count(number_, 'regel i checklistan prövades', 'regler i checklistan prövades')} utan att slå till."


def waits_for(names: Sequence[str]) -> str:
    return f"Beror på svaret på {swedish.listed([quoted(name) for name in names])}." if names else ""


def quoted(name: str) -> str:
    return f"”{name}”"


def against(name: str, answer: str) -> str:
    return f"{name}: {answer}" if answer else name


def split(item: str, sides: Sequence[str]) -> str:
    return f"{item}. {'; '.join(sides)}"


def missing(fields: Sequence[str]) -> str:
    return upper_first(swedish.listed(fields))


def level(low: int | None, central: int | None, high: int | None, name: str) -> str:
    if central is None:
        return NO_LEVEL
    if low == high:
        return f"Nivå {central}, {name}."
    return f"Nivå {low}–{high}, beroende på svar som saknas. Med saknade svar som ingen påverkan: {central}, {name}."


def not_asked(number_: int) -> str:
    return f"{count(number_, 'fråga ställdes', 'frågor ställdes')} inte, eftersom ärendet inte gav anledning till det."


def left_out_questions(number_: int) -> str:
    return f"{count(number_, 'intern fråga är utelämnad', 'interna frågor är utelämnade')} i den offentliga versionen."


@lru_cache(maxsize=256)
def scale_place(grade: float, low: float, high: float) -> str:
    return f"{signed(grade, low)} på skalan {signed(low, low)} till {signed(high, low)}"


def signed(grade: float, lowest: float) -> str:
    """A grade, with its sign where the scale goes below zero."""
    text = swedish.plain(grade)
    return f"+{text}" if grade > 0 > lowest else text


def facet(name: str) -> str:
    return f"Uppdelat: {lower_first(name)}"


def with_unit(value: float, unit: str) -> str:
    return f"{swedish.plain(value)}{swedish.NO_BREAK}{unit}" if unit else swedish.plain(value)
