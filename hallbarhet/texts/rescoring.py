"""What batch re-scoring says: faults in what was asked for."""

from collections.abc import Sequence

from hallbarhet.texts.swedish import listed, plain


def weight_not_understood(given: str) -> str:
    return f"--vikt {given}: skriv dimensionens id, ett likhetstecken och ett tal, till exempel --vikt ekologisk=2."


def threshold_not_understood(given: str) -> str:
    return f"--troskel {given}: skriv nivåns nummer, ett likhetstecken och ett tal, till exempel --troskel 4=20."


def weight_not_a_weight(given: str) -> str:
    return f"--vikt {given}: en vikt är 0 eller större. Skriv till exempel --vikt ekologisk=2."


def threshold_outside(given: str) -> str:
    return f"--troskel {given}: en tröskel är ett tal från -100 till 100. Skriv till exempel --troskel 4=20."


def said_twice(option: str, name: str) -> str:
    return (
        f"{option} {name} står två gånger i samma alternativ. Skriv --alternativ NAMN före den andra, eller ta bort en."
    )


def alternative_twice(name: str) -> str:
    return f"Två alternativ heter {name}. Ge dem olika namn efter --alternativ."


def no_such_dimension(name: str, checklist: str, known: Sequence[str]) -> str:
    return f"--vikt {name}: {checklist} har ingen dimension {name}. Dimensionerna är {listed(known)}."


def no_such_level(level: int, checklist: str, known: Sequence[int]) -> str:
    there = listed([str(one) for one in known])
    return f"--troskel {level}: {checklist} har ingen nivå {level} med en tröskel. Nivåer med tröskel är {there}."


def no_index(checklist: str) -> str:
    return f"--troskel: {checklist} räknar inget index, så en tröskel för indexet har ingen verkan. Ta bort --troskel."


def thresholds_cross(lower: int, upper: int, lower_min: float, upper_min: float) -> str:
    return (
        f"--troskel: nivå {lower} skulle kräva {plain(lower_min)} och nivå {upper} bara {plain(upper_min)}. "
        "En högre nivå måste kräva minst lika mycket."
    )


def all_weights_zero(checklist: str) -> str:
    return f"--vikt: alla dimensioner i {checklist} får vikten 0. Minst en måste väga något."
