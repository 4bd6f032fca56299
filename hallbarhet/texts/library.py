"""Sentences about finding and keeping checklists."""

from collections.abc import Sequence

from hallbarhet.texts.swedish import listed


def frozen_copy(name: str, version: str) -> str:
    return (
        f"# Kopia av checklistan {name} {version}, sådan den var när den användes.\n"
        "# Ändra den inte: bedömningar i arkivet pekar på just de här orden.\n\n"
    )


def not_frozen(path: object) -> str:
    return (
        f"Kopian av checklistan kunde inte skrivas: {path}. Kontrollera att mappen finns och att du får skriva i den."
    )


def no_archive() -> str:
    return "Det finns inget arkiv att lägga checklistans kopia i. Ange ett med --arkiv."


def no_such_checklist(name: str, suggestion: str, places: Sequence[str]) -> str:
    where = f" Det har letats i {listed(list(places))}." if places else ""
    return f'Checklistan "{name}" finns inte.{f" {suggestion}" if suggestion else ""}{where}'


def there_are(names: Sequence[str]) -> str:
    return f"De som finns är {listed(list(names))}." if names else ""


def not_kept(name: str, version: str) -> str:
    return f"Checklistan {name} {version} som bedömningen gjordes med finns inte kvar, varken i arkivet, i din egen mapp eller i programmet."


def several_like(fingerprint: str) -> str:
    return f'Flera checklistor börjar med "{fingerprint}". Skriv fler siffror.'
