"""What is said when a record and its checklist do not agree."""

from collections.abc import Sequence

CAUSES = {
    "borttagen": "frågan finns inte i checklistan",
    "utanfor_skalan": "svaret finns inte på frågans skala",
}


def checklist_not_kept(name: str) -> str:
    return (
        f"checklistan {name} finns inte i arkivet, så svaren kan inte prövas mot den. "
        "Lägg tillbaka filen i mappen checklistor."
    )


def does_not_fit(cause: str) -> str:
    return f"{CAUSES.get(cause, 'svaret passar inte frågan')}. Svaret sparas men räknas inte."


def not_asked(name: str) -> str:
    return f"”{name}” ställs inte med de svar som står här. Svaret sparas men räknas inte."


def write_conflict(id_: str, status: str, required: Sequence[str], *, is_there: bool) -> str:
    rest = f", och fyll i {', '.join(required)}." if required else "."
    if is_there:
        return f'Välj status, till exempel "{status}"{rest}'
    return f'Lägg till [[malkonflikt]] med id = "{id_}" och status = "{status}"{rest}'


def write_gate(id_: str) -> str:
    return f'Fyll i [[hallplats]] med id = "{id_}": beslut, motivering, ansvarig och datum.'
