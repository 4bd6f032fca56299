"""What undo and redo say where no single question tells it."""

_PARTS = {
    "arende": "ärendets uppgifter",
    "hallplats": "hållplatsen",
    "malkonflikter": "målkonflikten",
    "samlad": "den samlade bedömningen",
    "oversikt": "checklista, stödform och djup",
}


def elsewhere(kind: str, *, again: bool) -> str:
    part = _PARTS.get(kind, "det")
    return f"Gjort igen: {part} är som före ångrandet." if again else f"Ångrat: {part} är som förut."
