"""What the pages of the overall judgement and of the finished case say."""

TITLE = "Samlad bedömning"
LEVEL = "Beräknat läge"
DIMENSIONS = "En mening per dimension, om du vill"
TEXT = "Din samlade bedömning: vad väger tyngst, och varför?"
RECOMMENDATION = "Vad rekommenderar du?"
RECOMMENDATIONS = {
    "vidare": "Gå vidare",
    "vidare_med_villkor": "Gå vidare med villkor",
    "tank_om": "Tänk om",
    "avsluta": "Avsluta",
}
CONDITIONS = "Villkor att ta med i beslutet"
NO_SUGGESTIONS = "Inga svar föreslår villkor. Skriv egna med n."
OWN_CONDITION = "Eget villkor"
DEVIATION = "Du går emot det beräknade läget. Varför?"

DONE_TITLE = "Klart"
LEFT = "Det här återstår innan bedömningen kan bli klar"
READY = "Allt är på plats. När du gör bedömningen klar förseglas posten och rapporten skrivs."
COMPLETE = "Gör bedömningen klar"
REVIEW = "Gå igenom svaren en gång till"
FINISHED = "Bedömningen är klar och förseglad."
WRITTEN = "Det här är skrivet"
RECORD = "Post"
REPORT = "Rapport"
PUBLIC_REPORT = "Offentlig rapport"
NEW_CASE = "Till mina ärenden"
REOPEN = "Öppna bedömningen igen"
REOPEN_TITLE = "Varför öppnas bedömningen igen?"
REOPENED = "Bedömningen är öppen igen. Sigillet är borttaget tills den blir klar på nytt."
TELL = "Nästa steg ligger utanför programmet: för in bedömningen i Nyps och diariet."
SEAL = "Sigill"


def completed_at(moment: str, officer: str) -> str:
    return f"Klarmarkerad {moment} av {officer}." if officer else f"Klarmarkerad {moment}."


def report_failed(reason: str) -> str:
    return f"Rapporten kunde inte skrivas: {reason}"


def suggestion(text: str, source: str) -> str:
    return f"{text} ({source})"


def dimension(name: str, points: str, span: str) -> str:
    return f"{name} {points}" + (f" ({span})" if span else "")
