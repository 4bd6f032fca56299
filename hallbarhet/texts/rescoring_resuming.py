"""What is said of a re-scoring that was interrupted, and of going on with it."""

from hallbarhet.texts.rescoring import records

NOTHING_TO_GO_ON_WITH = "Det finns ingen avbruten omräkning till den filen; den börjar från början."
OTHER_QUESTION = "Den avbrutna omräkningen gällde andra val, en annan checklista eller en annan version av programmet; den börjar om från början."
OTHER_RECORDS = (
    "Någon post har ändrats, kommit till eller tagits bort sedan omräkningen avbröts; den börjar om från början."
)
DAMAGED = "Det som var sparat av den avbrutna omräkningen är inte helt; den börjar om från början."
BUSY = "En annan omräkning skriver till samma fil, så den här går inte att fortsätta på om den avbryts."


def goes_on(done: int) -> str:
    return f"Fortsätter efter {records(done)}."


def interrupted(done: int) -> str:
    return f"{records(done)} hann räknas om och är sparade. Kör samma kommando igen med --fortsatt. Ingen post har ändrats."


def thrown_away(done: int) -> str:
    return (
        f"En avbruten omräkning till samma fil ({records(done)}) kastas. Den hade gått att fortsätta på med --fortsatt."
    )


def no_such_form(path: str) -> str:
    return f"--fortsatt {path}: bara .csv och .jsonl går att fortsätta på. Ta bort --fortsatt eller byt form."


NEEDS_FILE = "--fortsatt behöver --ut med filen som skulle skrivas, till exempel --ut omrakning.csv."
NOT_WITH_JSON = "--fortsatt skriver bara till filen. Ta bort --json."
