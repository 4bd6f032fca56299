"""Words in the pictures of the report, and the findings their titles state."""

from collections.abc import Sequence

from hallbarhet.texts import swedish
from hallbarhet.texts.conflicts import SEVERITIES
from hallbarhet.texts.findings import count, lower_first, span
from hallbarhet.texts.swedish import number, points

LEGEND = {
    "plus": "Plus: det som bidrar",
    "minus": "Minus: det som motverkar",
    "net": "Poäng: plus minskat med minus",
    "whisker": "Spann när svar saknas",
    "even": "Fråga om målet, utan plus eller minus",
    "untouched": "Ingen ställd och relevant fråga om målet",
    "open": "Öppna",
    "settled": "Klara",
    "stays": "Samma nivå som före",
    "sank": "Index sjunker",
    "still": "Index ändras mindre än en halv poäng",
    "rose": "Index stiger",
}
NO_DIMENSION = "Ingen dimension har poäng."


def tick(value: float) -> str:
    return swedish.plain(value) if value <= 0 else f"+{swedish.plain(value)}"


def dimensions(bars: Sequence[tuple[str, float]]) -> str:
    """The finding: which dimension is highest and which is lowest."""
    if not bars:
        return NO_DIMENSION
    highest, lowest = max(bars, key=lambda bar: bar[1]), min(bars, key=lambda bar: bar[1])
    if len(bars) == 1:
        return f"{highest[0]} har {points(highest[1])} poäng."
    if points(highest[1]) == points(lowest[1]):
        return f"Alla dimensioner har {points(highest[1])} poäng."
    return (
        f"Högst ligger {lower_first(highest[0])} med {points(highest[1])} poäng, "
        f"lägst {lower_first(lowest[0])} med {points(lowest[1])}."
    )


def dimension(name: str, low: float, central: float, high: float, plus: float, minus: float) -> str:
    told = f"{name}: {points(central)} poäng, {number(plus)} plus och {number(minus)} minus"
    return f"{told}." if points(low) == points(high) else f"{told}, spann {span(low, high)}."


def conflicts(open_: int, settled: int, worst: int) -> str:
    total = count(open_ + settled, "målkonflikt", "målkonflikter")
    told = f"{total}, som högst med allvar {worst} av 4, {SEVERITIES[worst]}."
    return f"{told} {count(open_, 'är öppen', 'är öppna')}." if open_ else f"{told} Ingen är öppen."


def severity(level: int) -> str:
    return f"{level} {SEVERITIES[level]}"


def severity_value(open_: int, settled: int) -> str:
    return swedish.listed([part for part in (_open(open_), _settled(settled)) if part]) or "inga"


def severity_row(level: int, open_: int, settled: int) -> str:
    return f"Allvar {severity(level)}: {severity_value(open_, settled)}."


def _open(number_: int) -> str:
    return count(number_, "öppen", "öppna") if number_ else ""


def _settled(number_: int) -> str:
    return count(number_, "klar", "klara") if number_ else ""


def goals(touched: int, most_plus: str, most_minus: str) -> str:
    told = f"Frågorna gäller {number(touched, 0)} av de 17 globala målen."
    if most_plus:
        told += f" Mest plus får mål {most_plus}."
    return f"{told} Mest minus får mål {most_minus}." if most_minus else f"{told} Inget mål får minus."


def goal(goal_: str, plus: float, minus: float) -> str:
    return f"Mål {goal_}: plus {number(plus)}, minus {number(minus)}."
