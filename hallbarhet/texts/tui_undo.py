"""What undo and redo say."""

EMPTY = "tomt"
UNDECIDED = "inte avgjord"
NOT_HANDLED = "inget skrivet"
RECOMMENDATION = "Rekommendation"
CONDITIONS = "Villkor"

_PARTS = {
    "arende": "ärendets uppgifter",
    "hallplats": "hållplatsen",
    "malkonflikter": "målkonflikten",
    "samlad": "den samlade bedömningen",
    "oversikt": "checklista, stödform och djup",
}


def rationale(name: str) -> str:
    return f"{name}, motivering"


def elsewhere(kind: str, *, again: bool) -> str:
    part = _PARTS.get(kind, "det")
    return f"Gjort igen: {part} är som före ångrandet." if again else f"Ångrat: {part} är som förut."
