"""What is said when a record is completed without the app."""

from hallbarhet.texts.tui import counted


def already(where: str) -> str:
    return f"{where} är redan klar och förseglad."


def left(where: str, count: int) -> str:
    return f"{where} kan inte bli klar än. {counted(count, 'sak', 'saker')} återstår:"
