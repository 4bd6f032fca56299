"""What a hållplats says around its questions and its decision."""

from hallbarhet.texts import swedish
from hallbarhet.texts.tui import counted

EFFECTS = {
    "alltid": "Här stannar du alltid upp, läser det du har sett och bestämmer hur ärendet går vidare.",
    "avvakta": "Svaren utlöste hållplatsen. Ärendet väntar tills du har bestämt hur det går vidare.",
    "stopp": "Svaren stoppar ärendet. Det kan inte gå vidare: tänk om, avsluta, eller ändra svaret som utlöste stoppet.",
    "krav": "Svaren kräver handlingar. Bocka för dem som är inlämnade, eller motivera varför ärendet går vidare utan.",
}
NOT_TRIGGERED = "Svaren utlöser inte längre hållplatsen. Det du har beslutat finns kvar."
SEEN = "Det här har du sett så här långt"
NOTHING_SEEN = "Inga svar i den här delen än."
LEGAL = "Grund"
QUESTIONS = "Frågor att ta ställning till"
DOCUMENTS = "Handlingar som är inlämnade"
DECISION = "Vad bestämmer du?"
LEFT_OPEN = "Hållplatsen är inte avgjord. Den väntar i översikten (F2)."
DECISIONS = {
    "vidare": "Gå vidare",
    "tank_om": "Tänk om: sökanden behöver ändra något",
    "avsluta": "Avsluta ärendet här",
}
STOPPED = "Gå vidare (stoppas av hållplatsen)"
RATIONALE = "Varför? Motiveringen står kvar i posten."
RESPONSIBLE = "Ansvarig"
DATE = "Datum"


def unknown(names: list[str]) -> str:
    return f"Vet inte: {swedish.listed(names)}"


def conflicts(count: int) -> str:
    return f"{counted(count, 'målkonflikt', 'målkonflikter')} utlöst" + ("a" if count > 1 else "")
