"""What the case form says: labels, hints, and what to write instead of what cannot be read."""

from hallbarhet.texts import walk

TITLE = "Ärendets uppgifter"
INTRO = "Skriv det som står i ansökan. Ser något fel ut sägs det under fältet."
LABELS = {
    **{key: name[0].upper() + name[1:] for key, name in walk.CASE_FIELDS.items()},
    "handlaggare": "Handläggare",
}
HINTS = {
    "diarienummer": "till exempel RUN/174/2020",
    "nyps_id": "om ärendet finns i Nyps",
    "sokande": "organisationens namn",
    "organisationsnummer": "till exempel 212000-0662",
    "kommuner": "börja skriva, högerpil fyller i; komma mellan flera",
    "sokt_belopp": "kronor, till exempel 450 000",
    "total_kostnad": "kronor",
    "ansokan_datum": "till exempel 2026-10-02",
    "projekt_start": "åååå-mm-dd",
    "projekt_slut": "åååå-mm-dd",
    "handlaggare": "ditt namn",
}
SUPPORT_FORM = "Stödform"
INTRODUCTION = "Om checklistan"


def missing(label: str) -> str:
    return f"Fyll i {label.lower()}. Utan det kan bedömningen inte bli klar."


def not_an_amount(text: str) -> str:
    return f"”{text}” går inte att läsa som ett belopp. Skriv hela kronor, till exempel 450 000."


def not_a_date(text: str) -> str:
    return f"”{text}” går inte att läsa som ett datum. Skriv år-månad-dag, till exempel 2026-11-21."


def not_a_number(text: str) -> str:
    return f"”{text}” går inte att läsa som ett tal. Skriv till exempel 12,5."
