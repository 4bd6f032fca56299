"""Faults in what is asked of a re-scoring before it begins."""

NOT_BOTH = "--vid-andring säger ingenting när inget slår om, men --json ger alla rader. Ta bort --json, eller skriv raderna med --ut."
NAMELESS = "--alternativ behöver ett namn, till exempel --alternativ grön."


def no_such_folder(path: str, folder: str) -> str:
    return f"--ut {path}: mappen {folder} finns inte. Skapa den först, eller skriv till en mapp som finns."
