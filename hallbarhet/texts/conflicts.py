"""How goal conflicts are named: what stands against what, and what must be written at each severity."""

from collections.abc import Sequence

from hallbarhet.texts import swedish

SEVERITIES = {1: "uppmärksamma", 2: "hantera", 3: "allvarlig", 4: "kritisk"}
"""The word for each severity; the number alone says nothing."""

STATUSES = {"oppen": "öppen", "hanterad": "hanterad", "accepterad": "accepterad", "avfardad": "avfärdad"}

STATUS_MEANINGS = {
    "oppen": "Inte avgjord än",
    "hanterad": "En åtgärd tar hand om den",
    "accepterad": "En motiverad avvägning, med någon som beslutar",
    "avfardad": "Ingen verklig konflikt, och varför",
}

FIELDS = {
    "motivering": "motivering",
    "atgard": "åtgärd",
    "ansvarig": "ansvarig",
    "uppfoljning": "hur den följs upp",
    "uppfoljning_datum": "datum för uppföljning",
    "beslutsfattare": "beslutsfattare",
}

KINDS = {
    "par": "två frågor mot varandra",
    "spann": "avstånd mellan dimensioner",
    "dold": "plus och minus som tar ut varandra",
    "fasett": "olika utfall för grupp, plats eller tid",
    "strategi": "strategins mål mot varandra",
    "matris": "känd motsättning mellan mål",
    "villkor": "villkor i checklistan",
    "egen": "tillagd av handläggaren",
}


def gap(names: Sequence[str]) -> str:
    if not names:
        return "Stort avstånd mellan dimensionerna"
    return f"Stort avstånd mellan {swedish.listed(names)}"


def masked(name: str) -> str:
    return f"Plus och minus döljer varandra i {name}"


def facet_split(item: str, facet: str) -> str:
    return f"{item}: olika utfall efter {facet.lower()}"


def strategy(names: Sequence[str]) -> str:
    return f"Strategimål mot varandra: {swedish.listed(names, 'mot')}"


def matrix(names: Sequence[str]) -> str:
    return f"Känd motsättning mellan mål: {swedish.listed(names, 'mot')}"


def indirect(name: str) -> str:
    return f"Indirekt motverkat mål: {name}"
