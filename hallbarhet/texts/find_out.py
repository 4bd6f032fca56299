"""Att ta reda på: what nobody knew yet, and who can answer it, on a page and as a text to send."""

from hallbarhet.texts.tui import counted

TITLE = "Att ta reda på"
INTRO = "Frågor som är besvarade med vet inte, samlade efter vem som kan svara. Enter öppnar frågan."
NONE = "Ingen fråga är besvarad med vet inte."
NOBODY = "Ingen angiven"
WRITE_WHO = "Skriv på frågan vem som kan svara, så hamnar den under rätt namn."
NOTE = "Anteckning"


HELP = (
    "Här samlas det som någon annan behöver svara på. Enter öppnar frågan, och därifrån kommer du tillbaka hit. Med k "
    "kopierar du listan som text, med s sparar du den bredvid posten."
)


def count(number: int) -> str:
    return counted(number, "fråga", "frågor")


def addressed(who: str, number: int) -> str:
    return f"{who}: {count(number)}"
