"""Help where one is: what each page is for, and the keys that are not commands."""

from hallbarhet.texts import changing, find_out, memo

TITLE = "Hjälp"
KEYS = "Tangenter"

PAGES = {
    "StartScreen": (
        "Här ligger dina ärenden, det senast sparade först. Skriv ett ord för att leta: i rubrik, diarienummer, "
        "sökande eller stödform. Börjar ordet på n, tryck F3 först. Allt sparas av sig självt i arkivets mapp."
    ),
    "OverviewPage": (
        "Översikten visar varje del och hur långt du har kommit. Enter öppnar raden. Med F3 syns varje fråga, och då "
        "svarar siffrorna direkt på raden. Poängen visas bara här och med F6: den som ser dem medan den svarar "
        "bedömer lätt efter dem."
    ),
    "CasePage": (
        "Fyll i det som står i ansökan. Du kan skriva ”450 000” eller ”450000”, och datum som 2026-11-21. Det som inte "
        "går att läsa står kvar som du skrev det tills du rättar det."
    ),
    "QuestionPage": (
        "En siffra svarar. Enter går vidare, men stannar vid motiveringen när en behövs. I motiveringen ger Enter ny "
        "rad och F8 går vidare. Vet du inte: tryck v och skriv vem som kan svara."
    ),
    "GatePage": (
        "En hållplats är till för att stanna. Läs det du har sett, svara på hållplatsens frågor och bestäm: gå vidare, "
        "tänk om eller avsluta. Motiveringen står kvar i posten."
    ),
    "ConflictsPage": (
        "Här står vad som drar åt olika håll. Enter öppnar en målkonflikt, n lägger till en som reglerna inte såg. "
        "Målkonflikter ändrar aldrig poängen."
    ),
    "ConflictPage": (
        "Skriv vem som vinner och vem som förlorar, och hur konflikten tas om hand. Fält som krävs är märkta. Ju "
        "allvarligare konflikt, desto mer behöver skrivas."
    ),
    "CheckPage": (
        "Överst står det som återstår, sedan varje svar. Enter går till frågan, och därifrån för Enter eller F8 dig "
        "tillbaka till samma rad."
    ),
    "JudgementPage": (
        "Skriv med egna ord vad som väger tyngst. Välj villkor bland förslagen eller lägg till egna med n. Går du emot "
        "det beräknade läget behöver du skriva varför. Verktyget föreslår aldrig bifall eller avslag."
    ),
    "DonePage": (
        "När inget återstår gör du bedömningen klar. Posten förseglas och rapporten skrivs bredvid. En klar bedömning "
        "kan öppnas igen, med en anledning som sparas."
    ),
    "FindOutPage": find_out.HELP,
    "FilePage": memo.HELP,
    "ChangePage": changing.HELP,
    "ChangePreviewPage": changing.HELP_PREVIEW,
}

ANSWER_KEYS = (
    ("1–9", "Väljer ett svar."),
    ("v", "Vet inte: någon annan behöver svara."),
    ("e", "Ej relevant: du skriver varför."),
    ("Tab", "Går till nästa fält, och från det sista vidare."),
)
"""Keys that answer, on the pages where there is something to answer."""
