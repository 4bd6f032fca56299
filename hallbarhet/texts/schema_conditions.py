"""What every key of a condition means, for editors and for the handbook's list of keys."""

ALL = {"": "Sant när alla delar är sanna.", "alla": "Villkor som alla ska vara sanna."}
ANY_OF = {"": "Sant när minst en del är sann.", "minst_en": "Villkor varav minst ett ska vara sant."}
NOT = {"": "Sant när delen är falsk.", "inte": "Villkoret som inte ska vara sant."}
COUNT = {"": "Ett antal villkor som ska vara sanna.", "antal": "Vilka villkor som räknas, och hur många."}
COUNTED = {
    "": "Vilka villkor som räknas, och hur många som ska vara sanna.",
    "av": "Villkoren som räknas.",
    "min": "Minst så många.",
    "max": "Högst så många.",
    "lika": "Exakt så många.",
}

COMPARISON = {
    "min": "Minst detta.",
    "max": "Högst detta.",
    "over": "Mer än detta.",
    "under": "Mindre än detta.",
    "lika": "Exakt detta.",
    "bland": "Ett av dessa.",
}

ITEM_ATOM = {
    "": "Ett villkor om svaret på en fråga.",
    **COMPARISON,
    "punkt": "Frågans id.",
    "status": "Hur frågan står, i stället för att jämföra svaret.",
    "fasett": "Id för en fasett, när det är det uppdelade svaret som prövas. Skriv också varde.",
    "varde": "Vad av det uppdelade svaret som jämförs.",
}

AGGREGATE_ATOM = {
    "": "Ett villkor om poängen för en dimension, ett tema, en tagg eller ett mål. Nämn exakt en.",
    **COMPARISON,
    "dimension": "Dimensionens id.",
    "tema": "Temats id.",
    "tagg": "Taggens id.",
    "mal": "Numret på ett mål i Agenda 2030, inom citattecken.",
    "varde": "Vilket tal som jämförs.",
}

GAP_ATOM = {
    "": "Ett villkor om avståndet i poäng mellan högsta och lägsta dimension.",
    **COMPARISON,
    "spann": '"alla", eller en lista av dimensioner.',
}

CASE_ATOM = {
    "": "Ett villkor om en uppgift om ärendet.",
    **COMPARISON,
    "arende": 'Uppgiftens namn, till exempel "sokt_belopp".',
}

CONDITIONS: dict[str, dict[str, str]] = {
    "All": ALL, "AnyOf": ANY_OF, "Not": NOT, "Count": COUNT, "Counted": COUNTED,
    "ItemAtom": ITEM_ATOM, "AggregateAtom": AGGREGATE_ATOM, "GapAtom": GAP_ATOM, "CaseAtom": CASE_ATOM,
}  # fmt: skip
"""By the name of the model and the key as it is written; the empty key stands for the table itself."""
