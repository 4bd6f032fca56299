"""What the walk says is missing, each as one sentence that tells what to do."""

from hallbarhet.texts.findings import lower_first

CASE_FIELDS = {
    "diarienummer": "diarienummer",
    "nyps_id": "Nyps-id",
    "stodform": "stödform",
    "rubrik": "rubrik",
    "sokande": "sökande",
    "organisationsnummer": "organisationsnummer",
    "kommuner": "kommuner",
    "sokt_belopp": "sökt belopp",
    "total_kostnad": "total kostnad",
    "ansokan_datum": "ansökningsdatum",
    "projekt_start": "startdatum",
    "projekt_slut": "slutdatum",
}
"""The name of each case field as it is shown."""

GATE_FIELDS = {"motivering": "en motivering", "ansvarig": "vem som ansvarar", "datum": "datum för beslutet"}

OFFICER_MISSING = "Ärendet saknar handläggare. Skriv ditt namn bland ärendets uppgifter."
JUDGEMENT_MISSING = "Den samlade bedömningen är inte skriven. Sammanfatta med egna ord vad som väger tyngst."
RECOMMENDATION_MISSING = "Välj en rekommendation i den samlade bedömningen."
CONDITIONS_MISSING = "Du rekommenderar villkor men har inte skrivit något. Skriv minst ett villkor."
DEVIATION_UNEXPLAINED = "Din rekommendation går emot det beräknade läget. Skriv varför."
RETHINK_CONTRADICTED = (
    "En hållplats säger ”tänk om”. Ändra hållplatsens beslut om ärendet ska gå vidare, eller ändra rekommendationen."
)
ALREADY_COMPLETE = "Bedömningen är klarmarkerad. Öppna den igen, med en anledning, innan du ändrar."
NOT_COMPLETE = "Bedömningen är inte klarmarkerad, så den behöver inte öppnas igen."
REOPENING_REASON = "Skriv varför bedömningen öppnas igen. Anledningen sparas i posten."


def case_field_missing(field: str) -> str:
    return f"Ärendet saknar {CASE_FIELDS.get(field, field)}. Fyll i det bland ärendets uppgifter."


def unanswered(name: str) -> str:
    return f"”{name}” är inte besvarad. Välj ett svar, eller ”vet inte”."


def unexplained(name: str) -> str:
    return f"”{name}” saknar motivering. Skriv kort varför du svarade så."


def waiver_unexplained(name: str) -> str:
    return f"”{name}” är satt till ej relevant utan skäl. Skriv varför, med minst tio tecken."


def gate_after(title: str, section: str) -> str:
    return f"{title} ({lower_first(section)})" if section else title


def gate_undecided(title: str) -> str:
    return f"”{title}” är inte avgjord. Välj gå vidare, tänk om eller avsluta."


def gate_field_missing(title: str, field: str) -> str:
    return f"”{title}” saknar {GATE_FIELDS[field]}."


def stop_gate_passed(title: str) -> str:
    return f"”{title}” stoppar ärendet. Välj tänk om eller avsluta, eller ändra svaret som utlöste den."


def conflict_open(title: str) -> str:
    return f"Målkonflikten ”{title}” är inte utredd. Välj hur den hanteras och fyll i det som krävs."


def not_completed(sentences: tuple[str, ...]) -> str:
    first = sentences[0]
    if len(sentences) == 1:
        return f"Bedömningen kan inte klarmarkeras än. {first}"
    return f"Bedömningen kan inte klarmarkeras än: {len(sentences)} saker återstår. Först: {first}"
