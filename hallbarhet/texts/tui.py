"""What the app says wherever one is: the head line, saving, notices and dialogs."""

from hallbarhet.texts import swedish

PROGRAM = "hållbarhet"
NO_TITLE = "Utan rubrik"
TOO_SMALL = "Fönstret är för litet. Gör det minst 60 tecken brett och 20 rader högt, så kommer allt tillbaka."

NOT_YET_SAVED = "Sparas strax"
NOT_SAVED = "Ej sparat"
FRESH = "Inget sparat än"
COMPLETED = "Klar"
PRACTICE = "Prov: inget sparas"


def saved(at: str) -> str:
    return f"Sparat {at}"


def case_line(title: str, diary_number: str, reading: str = "") -> str:
    """Which case it is, and which reading of it when it is not the first: three records may have the same name."""
    name = f"{title or NO_TITLE} · {diary_number}" if diary_number else title or NO_TITLE
    return f"{reading[:1].upper()}{reading[1:]}: {name}" if reading else name


def counted(count: int, one: str, several: str) -> str:
    return f"{count} {one if count == 1 else several}"


def open_conflicts(count: int) -> str:
    return f"Målkonflikter: {counted(count, 'öppen', 'öppna')}" if count else ""


OPENING = "Öppnar ärendet …"
READING = "Läser in …"

# Saving

NOT_SAVED_TITLE = "Det gick inte att spara"
NOT_SAVED_COMFORT = "Det du har skrivit finns kvar här. Programmet försöker igen vid nästa ändring."
CHANGED_TITLE = "Någon annan har ändrat ärendet"
CHANGED_COMFORT = "Den andras version ligger orörd. Din version finns kvar här och kan sparas bredvid."
TRY_AGAIN = "Försök igen"
SAVE_COPY = "Spara som kopia bredvid"
KEEP_WORKING = "Arbeta vidare"
SEE_DIFFERENCE = "Visa vad som skiljer"
BACK_TO_CHOICE = "Tillbaka till valet"
LEAVE_ANYWAY = "Lämna ändå"
STAY = "Stanna kvar"


def saved_copy(name: str) -> str:
    return f"Din version är sparad som {name}."


HOLDER_TITLE = "Ärendet är redan öppet"
HOLDER_CHOICE = "Skriver ni båda får den som sparar sist välja att spara som kopia."
READ_ALONG = "Öppna ändå"
LEAVE_IT = "Låt bli"

# Leaving

UNREAD_TITLE = "Några uppgifter går inte att läsa än"


def unread(fields: list[str]) -> str:
    return (
        f"Programmet kan inte läsa {swedish.listed(fields)} som ett tal eller ett datum. Det räknas inte, men ligger "
        "kvar i posten som du skrev det. Rätta nu, eller nästa gång."
    )


UNSAVED_TITLE = "Ärendet är inte sparat"
UNSAVED = (
    "Lämnar du nu läggs det som inte är sparat i en egen mapp på den här datorn. Nästa gång programmet startar säger "
    "det var."
)

# Undo

NOTHING_TO_UNDO = "Det finns inget att ångra."
NOTHING_TO_REDO = "Det finns inget att göra om."


def undone(name: str, now: str) -> str:
    return f"Ångrat. ”{name}”: {now}."


def redone(name: str, now: str) -> str:
    return f"Gjort igen. ”{name}”: {now}."


# The editor

NO_EDITOR = "Ange vilket skrivprogram du vill använda i miljövariabeln EDITOR, till exempel EDITOR=nano."
NO_TEXT_HERE = "Ställ dig i ett textfält först."
EDITOR_FAILED = "Skrivprogrammet gick inte att starta. Kontrollera miljövariabeln EDITOR."

# Dialogs

READY_BY_F8 = "Klart (F8)"
CANCEL_BY_ESC = "Avbryt (Esc)"
PRESS_QUIT = "Tryck Ctrl+Q för att avsluta. Allt sparas."

SEARCH_TITLE = "Sök"
DEPTH_ELSEWHERE = ("Fördjupa eller korta", "Görs i översikten, på raden ”Bedömningens djup”. Enter går dit.")
COMPLETE_ELSEWHERE = (
    "Klarmarkera eller öppna igen",
    "Görs på sidan Klart, sist i översikten. Enter går dit.",
)
SEARCH_HINT = "Skriv ett ord ur en fråga eller ett kommando"
NOTHING_FOUND = "Inget passar. Prova ett annat ord."

LOOKS = {"mork": "Mörkt", "ljus": "Ljust", "kontrast": "Hög kontrast", "varm": "Varmt mörkt"}
LOOK_CHOICE = "Utseende: {}"
