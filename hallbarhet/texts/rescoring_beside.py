"""What is said of re-scorings that are written beside records, and of taking them back."""

from hallbarhet.texts.rescoring import count


def written(new: int, same: int, left: int) -> str:
    parts = [f"{_files(new)} bredvid posterna"]
    if same:
        parts.append(f"{count(same)} fanns redan")
    if left:
        parts.append(f"{count(left)} gick inte")
    return f"Skrev {', '.join(parts)}. Posterna är orörda. Ta tillbaka med --angra."


def taken_back(gone: int, left: int) -> str:
    rest = f" {count(left)} lämnades kvar." if left else ""
    return f"Tog bort {_files(gone)}.{rest} Posterna är orörda." if gone or left else "Det finns inget att ta tillbaka."


def _files(number: int) -> str:
    return "1 omräkning" if number == 1 else f"{count(number)} omräkningar"


def somebody_elses(path: str) -> str:
    return f"{path}: programmet har inte skrivit filen, så den är orörd. Flytta den eller byt namn på den."


def changed_by_somebody(path: str) -> str:
    return (
        f"{path}: någon har ändrat filen efter att den skrevs, så den är orörd. Ta bort den själv om den inte behövs."
    )


def of_another_record(path: str, post: str) -> str:
    return f"{path}: filen hör till {post}, så den är orörd. Byt namn på en av posterna."


def not_readable(path: str) -> str:
    return f"{path}: posten gick inte att läsa en gång till, så ingen omräkning är skriven."


def not_removed(path: str) -> str:
    return f"{path}: filen gick inte att ta bort. Kontrollera att du får ändra i katalogen."


def and_more(value: int) -> str:
    return f"… och {count(value)} till."


def only_alone(option: str) -> str:
    return f"--angra räknar inget om och skriver inget. Ta bort {option}."


BOTH = "--skriv och --angra tar ut varandra. Välj en av dem."
