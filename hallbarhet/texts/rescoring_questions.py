"""What is said of the answers to each question on their way to another checklist."""

from hallbarhet.texts.rescoring import count

HEADING = "Svar per fråga:"
QUESTION = "fråga"
COLUMNS = ("behållna", "ändrade", "utan plats", "ej frågat då")
"""How many answers met each fate: say what they said; say it on another scale or together with others; have no place;
and records from before the question was asked."""


def all_kept(questions: int) -> str:
    return (
        "1 fråga har alla sina svar kvar." if questions == 1 else f"{count(questions)} frågor har alla sina svar kvar."
    )
