"""What is said when something is saved, opened by two, or found on disk."""

from datetime import datetime

from hallbarhet.texts.swedish import moment


def disk_full(where: str) -> str:
    return f"Det gick inte att spara {where}: disken är full. Ta bort något eller spara på en annan plats, och försök igen."


def not_writable(where: str) -> str:
    return f"Det gick inte att spara {where}: du får inte skriva där. Be om skrivrätt eller spara på en annan plats."


def read_only(where: str) -> str:
    return f"Det gick inte att spara {where}: platsen kan bara läsas. Spara på en annan plats."


def folder_gone(where: str) -> str:
    return f"Det gick inte att spara {where}: mappen finns inte längre. Kontrollera nätverket eller spara på en annan plats."


def name_too_long(where: str) -> str:
    return f"Det gick inte att spara {where}: sökvägen är för lång. Spara i en mapp närmare roten."


def is_a_folder(where: str) -> str:
    return f"Det gick inte att spara {where}: det finns redan en mapp med det namnet. Välj ett annat namn."


def not_written(where: str, number: int | None) -> str:
    code = "" if number is None else f" (systemets felnummer {number})"
    return f"Det gick inte att spara {where}{code}. Försök igen eller spara på en annan plats."


def held_by_another_program(where: str, kept: str) -> str:
    return (
        f"{where} hålls av ett annat program, till exempel ett virusskydd eller en synkroniserad mapp, och kunde inte sparas. "
        f"Det du skrev ligger i {kept}. Försök igen om en stund."
    )


def changed_on_disk(where: str) -> str:
    return (
        f"{where} har ändrats av någon annan sedan du öppnade den och lämnades orörd. "
        "Spara en kopia bredvid och jämför, eller öppna posten på nytt."
    )


def gone_from_disk(where: str) -> str:
    return (
        f"{where} finns inte kvar: den har flyttats, bytt namn eller tagits bort sedan du öppnade den. "
        "Spara en kopia eller öppna posten på nytt."
    )


def already_there(where: str) -> str:
    return (
        f"Det finns redan en fil som heter {where}, och den lämnades orörd. Välj ett annat namn eller öppna den filen."
    )


def folder_not_found(where: str) -> str:
    return f"Mappen {where} finns inte. Kontrollera namnet, eller nätverket om den ligger på en annan dator."


def folder_not_readable(where: str) -> str:
    return f"Mappen {where} går inte att läsa, så posterna i den syns inte. Be om läsrätt till den."


def opened_by(who: str, host: str, since: datetime) -> str:
    name = who or "Någon"
    return (
        f"{name} (dator {host}) har posten öppen sedan {moment(since)}. Du kan läsa den, eller spara en kopia bredvid."
    )
