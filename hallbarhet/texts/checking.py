"""What is said when a record and its checklist do not agree."""

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
