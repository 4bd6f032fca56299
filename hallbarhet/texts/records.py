"""What is said about a record that is not right."""

from collections.abc import Sequence

from hallbarhet.texts.swedish import listed


def newer_format(number: int, known: int) -> str:
    return (
        f"posten är skapad med en nyare version av hallbarhet (format {number}; den här versionen läser format {known}). "
        "Uppgradera hallbarhet och öppna posten igen."
    )


FORMAT_NOT_A_NUMBER = "`format` ska vara heltalet 1. Skriv: format = 1"

IS_A_CHECKLIST = "filen är en checklista, inte en post. Checklistor ligger i mappen checklistor."

IS_NOT_A_RECORD = "filen är ingen post: tabellen [bedomning] saknas. Flytta filen ur arkivet om den är något annat."

NO_ID = "posten har inget id i tabellen [bedomning]."


def on_line(line: int | None, message: str) -> str:
    return message if line is None else f"rad {line}: {message}"


def answered_twice(item: str) -> str:
    return f'frågan "{item}" har redan ett svar längre upp. Ta bort det ena svaret.'


def decided_twice(gate: str) -> str:
    return f'hållplatsen "{gate}" står redan längre upp. Ta bort den ena.'


def handled_twice(conflict: str) -> str:
    return f'målkonflikten "{conflict}" står redan längre upp. Ta bort den ena.'


def several_answers(keys: Sequence[str]) -> str:
    return f"svaret säger flera saker på en gång: {listed([f'`{key}`' for key in keys])}. Behåll en av dem."


ENDS_BEFORE_IT_STARTS = "projektet slutar innan det börjar. Kontrollera `projekt_start` och `projekt_slut`."


def number_cannot_be_saved(key: str) -> str:
    return f"Talet i `{key}` är för stort för att sparas. Skriv ett tal med högst 15 siffror."


def too_large_to_save(megabytes: int) -> str:
    return f"Posten är större än {megabytes} MB och kan inte sparas. Korta den längsta texten."
