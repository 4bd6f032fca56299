"""What is wrong, or easily misread, in what is asked of a re-scoring."""

NOT_BOTH = "--vid-andring säger ingenting när inget slår om, men --json ger alla rader. Ta bort --json, eller skriv raderna med --ut."
NOT_WORDS = "--alternativ: namnet har tecken som inte går att skriva ut. Använd bokstäver, siffror och mellanslag."
NAMELESS = "--alternativ behöver ett namn, till exempel --alternativ grön."


def no_such_folder(path: str, folder: str) -> str:
    return f"--ut {path}: katalogen {folder} finns inte. Skapa den först, eller skriv till en katalog som finns."


def namesake(checklist: str) -> str:
    return (
        f"Den nya checklistan heter {checklist}, precis som den som poster gjordes med, men har ett annat innehåll. "
        "Ge den ett eget versionsnummer innan någon annan ser siffrorna."
    )
