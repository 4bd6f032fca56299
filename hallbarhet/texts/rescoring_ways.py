"""What is said of what is counted, of each way to count it, and of all of them side by side."""

from collections.abc import Sequence

from hallbarhet.texts.swedish import listed, number, plain

SIDE_BY_SIDE = "Alternativen sida vid sida, med omslag och ändring av index i medeltal:"
ALTERNATIVE = "alternativ"
COLUMNS = ("uppåt", "nedåt", "möjliga", "index", "i kärnan", "grad C")
"""Sure flips up and down, possible ones, the mean change of the index in both series, and records of grade C."""

UNNAMED = "utan namn"
"""What an alternative without a name is called among others."""
AS_IT_IS = "Checklistans egna vikter och trösklar."
CHANGED, FINGERPRINT = "Vad som ändras", "Fingeravtryck"


def drafts(value: int, of: int) -> str:
    """What to say of the drafts among so many records."""
    if value == of:
        return "Den är ett utkast." if of == 1 else "Alla är utkast."
    return "1 av dem är ett utkast." if value == 1 else f"{number(value, 0)} av dem är utkast."


def way(weights: Sequence[tuple[str, float]], thresholds: Sequence[tuple[int, float]]) -> str:
    """What an alternative changes, as in `Med vikten 2 för ekologisk och index minst 20 för nivå 4.`."""
    told = [f"vikten {plain(weight)} för {dimension}" for dimension, weight in weights]
    told += [f"index minst {plain(points)} för nivå {level}" for level, points in thresholds]
    return f"Med {listed(told)}." if told else AS_IT_IS


def named(name: str | None, weights: Sequence[tuple[str, float]], thresholds: Sequence[tuple[int, float]]) -> str:
    told = way(weights, thresholds)
    return told if name is None else f"{ALTERNATIVE.capitalize()} {name}. {told}"


def called(name: str | None, of: int) -> str | None:
    """What to call one of so many alternatives; one alone without a name needs none."""
    return UNNAMED if name is None and of > 1 else name


def left_out(name: str, value: int) -> str:
    """That so many records could not be counted in the way of an alternative."""
    return f"{ALTERNATIVE.capitalize()} {name}: {number(value, 0)} hoppades över."


def counted_with(engine: str, method: int) -> str:
    return f"Räknat med {engine}, metod {method}."
