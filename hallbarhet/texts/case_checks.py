"""What is said quietly under a field of the case: what a number means, and what is probably a slip."""

from collections.abc import Sequence

from hallbarhet.texts import swedish

DECISION = "Beslutet"
WRITE_DECISION = "Skriv in beslutet när det är fattat"
DECISION_INTRO = "Fylls i när beslutet är fattat. Det ändrar inget i bedömningen och går att skriva också efteråt."
DECISION_LABELS = {
    "beviljat_belopp": "Beviljat belopp",
    "beslut_utfall": "Utfall",
    "beslut_datum": "Beslutsdatum",
}
DECISION_HINTS = {
    "beviljat_belopp": "kronor, 0 vid avslag",
    "beslut_utfall": "beviljad, delvis beviljad, avslagen …",
    "beslut_datum": "åååå-mm-dd",
}
OUTCOMES = ("beviljad", "delvis beviljad", "avslagen", "avskriven", "återkallad")
"""Words that statistics can count on; any other word is kept as it is written."""

LINES_INTRO = "Skriv det som står i ansökan. Det som ser fel ut sägs direkt efter raden."
LINES_HINTS = {"kommuner": "flera skiljs åt med komma"}

IS_A_PERSON = "Det är ett personnummer, som en enskild firma har. Det skrivs inte i filnamn eller offentliga rapporter."
IS_COORDINATED = (
    "Det är ett samordningsnummer och tillhör en person. Det skrivs inte i filnamn eller offentliga rapporter."
)
STANDS_IN_NAME = (
    "Här står ett personnummer. Skriv diarienumret utan det; tills vidare kommer filen att heta något annat."
)
END_BEFORE_START = "Slutdatum ligger före startdatum. Ändra det ena."
DECIDED_BEFORE_APPLIED = "Beslutet ligger före ansökan. Stämmer båda datumen?"
STARTED_BEFORE_APPLIED = "Startdatum ligger före ansökan. Flera stöd kräver att arbetet inte har börjat."


def applied_above_cost(applied: float, cost: float) -> str:
    return f"Sökt belopp ({swedish.kronor(applied)}) är större än total kostnad ({swedish.kronor(cost)}). Stämmer båda?"


def granted_above_applied(applied: float) -> str:
    return f"Beviljat belopp är större än det sökta ({swedish.kronor(applied)}). Stämmer det?"


def not_municipalities(names: Sequence[tuple[str, str]]) -> str:
    """Each name with the one that was most likely meant, or nothing."""
    told = (f"”{name}” är ingen svensk kommun." + (f" Menade du {meant}?" if meant else "") for name, meant in names)
    return f"{' '.join(told)} Det sparas som du skrev det."


def choices(names: Sequence[str], more: int) -> str:
    return f"{', '.join(names)} och {more} till" if more else ", ".join(names)


def odd_year(year: int) -> str:
    return f"Året {year} ser inte rätt ut. Kontrollera datumet."


def not_an_outcome(words: str, outcomes: Sequence[str]) -> str:
    return f"”{words}” sparas som det står. Statistiken känner igen orden {swedish.listed(list(outcomes))}."


def thousands(text: str) -> str:
    return f"”{text}” kan betyda två belopp. Skriv hela kronor med mellanslag, till exempel 450 000."


def read_as(text: str, amount: float) -> str:
    return f"”{text}” läses som {swedish.plain(amount)}{swedish.NO_BREAK}kronor."
