"""Headings, labels and fixed words of the report."""

from hallbarhet.texts import swedish

SKIP_LINK = "Hoppa till innehållet"
CONTENTS = "Innehåll"
NO_TITLE = "Ärende utan rubrik"
NOT_STATED = "Inte angivet"
LEFT_OUT_QUESTION = "En intern fråga"
RECORD_FILE = "post.toml"
EXTRACT_FILE = "utdrag.toml"
DOWNLOAD_HEADING = "Bedömningen som fil"
NOTHING_WRITTEN = "Inget är skrivet."

STAGES = {
    "ansokan": "Hållbarhetsbedömning av ansökan",
    "uppfoljning": "Uppföljning av hållbarheten",
    "slutrapport": "Hållbarhetsbedömning vid slutrapport",
}
ROLES = {"forsta": "", "andra": "Andra läsarens bedömning", "gemensam": "Gemensam bedömning av två läsare"}
STATUSES = {"utkast": "Utkast", "klar": "Klar", "granskad": "Klar och granskad"}
DEPTHS = {"kort": "Kort", "fordjupad": "Fördjupad"}
VERSIONS = {False: "Intern version", True: "Offentlig version"}

HEADINGS = {
    "dimensioner": "Dimensionerna",
    "hallplatser": "Hållplatser",
    "malkonflikter": "Målkonflikter",
    "samlad": "Samlad bedömning",
    "globala-mal": "Agenda 2030 och regionens mål",
    "svar": "Frågor och svar",
    "oklart": "Att ta reda på",
    "berakning": "Så är resultatet räknat",
    "ursprung": "Bedömningens ursprung",
}
"""The parts of the report by anchor, in order."""

# What, who and when
DIARY_NUMBER = "Diarienummer"
NYPS_ID = "Nyps-id"
SUPPORT_FORM = "Stödform"
APPLICANT = "Sökande"
ORGANISATION_NUMBER = "Organisationsnummer"
MUNICIPALITIES = "Kommuner"
AMOUNT_APPLIED = "Sökt belopp"
TOTAL_COST = "Total kostnad"
APPLIED_ON = "Ansökan kom in"
PERIOD = "Projekttid"
OFFICER = "Handläggare"
STATUS = "Bedömningens läge"
DEPTH = "Djup"
SAVED = "Senast sparad"
DECISION = "Beslut i ärendet"
AMOUNT_GRANTED = "Beviljat belopp"
DECIDED_ON = "Beslutsdatum"

# Notices
DRAFT = "UTKAST"
DRAFT_TEXT = "Bedömningen är inte klar. Texter och siffror kan ändras."
PUBLIC_TEXT = (
    "Interna texter, personnummer, e-postadresser, telefonnummer och regionens egna ärendefält är utelämnade. "
    "Där en text saknas står ordet ”utelämnat”."
)
OTHER_CHECKLIST = "Annan checklista än postens"
OTHER_CHECKLIST_TEXT = (
    "Resultatet är räknat med en checklista som skiljer sig från den som bedömningen gjordes med. "
    "Båda fingeravtrycken står under Bedömningens ursprung."
)

STATES = {
    "stopp": "Stopp",
    "avslutad": "Avslutad",
    "ej_bedombar": "Går inte att bedöma",
    "ofullstandigt_underlag": "Ofullständigt underlag",
    "hallplats": "Väntar vid en hållplats",
    "niva_klar": "Nivån är klar",
    "nivaintervall": "Nivån är ett spann",
}
STATE_TEXTS = {
    "stopp": "En hållplats som stoppar ärendet är utlöst. Poängen visas ändå.",
    "avslutad": "Bedömningen avslutades vid en hållplats.",
    "ej_bedombar": "Ingen fråga som räknas i poängen gäller det här ärendet.",
    "ofullstandigt_underlag": (
        "För lite är besvarat för att ge en säker nivå, eller så hänger en stoppande hållplats på ett svar som saknas."
    ),
    "hallplats": "En hållplats är inte avgjord eller säger tänk om, eller så är en kritisk målkonflikt inte utredd.",
    "niva_klar": "Svaren som saknas, om det finns några, kan inte ändra nivån.",
    "nivaintervall": "Svaren som saknas avgör vilken nivå det blir.",
}

# Tables and facts
DIMENSION = "Dimension"
THEME = "Tema"
POINTS = "Poäng"
LOWEST = "Lägst"
HIGHEST = "Högst"
PLUS = "Plus"
MINUS = "Minus"
COVERAGE = "Svarsgrad"
WAIVED = "Ej relevant"
QUESTION = "Fråga"
QUESTIONS = "Frågor"
WITHOUT_ANSWER = "Utan svar"
STATE = "Läge"
WHO_CAN_ANSWER = "Vem kan svara"
WHY = "Varför"
GOAL = "Mål"
GOAL_GROUP = "Målgrupp"
STRATEGY_GOAL = "Regionalt mål"
BASELINE = "Nuläge i regionen"
SENSITIVE = "känsligt mål"
SEVERITY = "Allvar"
OPEN = "Öppna"
SETTLED = "Klara"
LEVEL = "Nivå"
NAME = "Namn"
INDEX_MIN = "Index minst"
DIMENSION_MIN = "Svagaste dimensionen minst"
FROM = "Från"
TO = "Till"
BECOMES = "Då blir det"
SHARE = "Andel"
WEIGHT = "Vikt i dimensionen"
ADDS = "Ger dimensionen"
WHEN = "När"
WHO = "Vem"
WHAT = "Vad"
KIND = "Slag"
OFFICERS_WORDS = "Handläggarens ord"

DIMENSION_TABLE = "Poäng per dimension"
THEME_TABLE = "Poäng per tema"
GOAL_TABLE = "Globala mål som frågorna gäller"
GROUP_TABLE = "Plus och minus per målgrupp"
STRATEGY_TABLE = "Regionens egna mål som frågorna gäller"
CONFLICT_TABLE = "Målkonflikter efter allvar"
OPEN_TABLE = "Frågor utan säkert svar"
LEVEL_TABLE = "Vad som krävs för varje nivå"
FLIP_TABLE = "Enskilda svar som skulle ändra nivån"
SHARE_TABLE = "Nivåer om dimensionerna får vilka vikter som helst"
CONTRIBUTION_TABLE = "Vad varje svar ger sin dimension, med saknade svar som ingen påverkan"
DROPPED_TABLE = "Vad regionen har tagit bort ur den checklista som denna bygger på"
RULE = "Regel"
SILENCED_TABLE = "Regler som regionen har stängt av"
EVENT_TABLE = "Vem som gjorde vad och när"

# Gates
GATE_EFFECTS = {
    "alltid": "Avgörs i varje ärende",
    "avvakta": "Håller ärendet tills någon har avgjort hur det går vidare",
    "stopp": "Stoppar ärendet",
    "krav": "Kräver handlingar",
}
GATE_DECISIONS = {"vidare": "Gå vidare", "tank_om": "Tänk om", "avsluta": "Avsluta"}
GATE_OPEN = "Utlöst, inte avgjord"
GATE_WAITS = "Inte nådd: delen före är inte färdig"
GATE_MET = "Utlöst, handlingarna är inlämnade"
GATE_POSSIBLE = "Kan bli utlöst, beroende på svar som saknas"
GATE_QUIET = "Inte utlöst"
GATE_UNKNOWN = "Finns inte i checklistan"
LEGAL_BASIS = "Rättslig grund"
RATIONALE = "Motivering"
RESPONSIBLE = "Ansvarig"
DATE = "Datum"
DOCUMENTS = "Handlingar"
NO_ANSWER = "Inget svar är skrivet."

# Conflicts
CONFLICT_STATUSES = {
    "oppen": "Öppen, inte utredd",
    "hanterad": "Hanterad",
    "accepterad": "Accepterad som en motiverad avvägning",
    "avfardad": "Avfärdad, ingen verklig målkonflikt",
}
CONFLICT_NOTED = "Uppmärksammad, behöver inte hanteras"
CONFLICT_POSSIBLE = "Kan finnas"
CONFLICT_PAST = "Inte längre utlöst"
AGAINST = "Står mot varandra"
WINNER = "Vinner"
LOSER = "Förlorar"
WHERE = "Var"
WHEN_IT_SHOWS = "När"
TO_SETTLE = "Att reda ut"
ACTION = "Åtgärd"
FOLLOW_UP = "Uppföljning"
DECIDED_BY = "Beslutsfattare"
STILL_MISSING = "Återstår att skriva"
DETECTED_BY = "Upptäckt av"
POSSIBLE_CONFLICTS = "Målkonflikter som kan finnas"
# The overall judgement
RECOMMENDATION = "Handläggarens rekommendation"
RECOMMENDATIONS = {
    "vidare": "Gå vidare",
    "vidare_med_villkor": "Gå vidare med villkor",
    "tank_om": "Tänk om",
    "avsluta": "Avsluta",
}
NO_RECOMMENDATION = "Ingen rekommendation är vald."
CONDITIONS = "Villkor"
JUDGEMENT = "Bedömning"
NO_JUDGEMENT = "Ingen samlad bedömning är skriven."
DEVIATION = "Varför rekommendationen går emot beräkningen"
COMPUTED = "Beräknat läge"
STANCE = "Nivån är ett stöd för den som bedömer. Den är inget förslag till beslut."

# Answers
UNKNOWN = "Vet inte"
NOT_RELEVANT = "Ej relevant"
UNANSWERED = "Obesvarad"
EVIDENCE = "Underlag"
INTERNAL = "Internt: visas inte i den offentliga versionen"
MISFIT = "Svaret passar inte frågan och räknas inte"
NOT_SCORED = "Räknas inte i poängen"
BASELINE_READING = "Beskriver nuläget och räknas inte i poängen"
NOT_ASKED = "Frågor som inte ställdes"
OTHER_ANSWERS = "Svar på frågor som inte finns i checklistan"
KEPT_ANSWER = "tidigare svar finns i posten men räknas inte"

# Origin
CHECKLIST = "Checklista"
CHECKLIST_ID = "Checklistans id och version"
REGION = "Region"
VALID_FROM = "Gäller från"
FINGERPRINT = "Checklistans fingeravtryck"
CHECKLIST_OF_RECORD = "Checklista enligt posten"
FINGERPRINT_OF_RECORD = "Fingeravtryck enligt posten"
BUILT_ON = "Bygger på"
RECORD_ID = "Bedömningens id"
PREVIOUS = "Följer på bedömning"
PARTIES = "Sammanvägd av bedömningarna"
CREATED = "Påbörjad"
SEAL = "Sigill"
NO_SEAL = "Inget sigill: bedömningen är inte klarmarkerad"
EXTRACT_OF = "Utdrag ur bedömning med sigill"
ENGINE = "Program"
METHOD = "Metod"
COMPUTED_AT = "Resultatet sparat i posten"
SOURCES = "Källor"


def page_title(title: str, diary_number: str) -> str:
    return f"Hållbarhetsbedömning: {title} ({diary_number})" if diary_number else f"Hållbarhetsbedömning: {title}"


def period(start: str, end: str) -> str:
    return f"{start} till {end}"


def depth(chosen: str, reason: str) -> str:
    return f"{DEPTHS[chosen]}. {reason}" if reason.strip() else DEPTHS[chosen]


def region_line(checklist: str, region: str) -> str:
    return f"{region} · {checklist}" if region else checklist


def checklist_version(id_: str, version: str) -> str:
    return f"{id_} {version}"


def download(kilobytes: str, *, public: bool) -> str:
    what = "det offentliga utdraget" if public else "posten"
    return f"Ladda ner {what} (TOML, {kilobytes}{swedish.NO_BREAK}kB)"


def download_text(*, public: bool) -> str:
    if public:
        return (
            "Utdraget ur bedömningen ligger i den här filen, utan det som är utelämnat. "
            "Programmet räknar fram samma siffror ur det."
        )
    return "Hela bedömningen ligger i den här filen. Programmet kan läsa tillbaka den härifrån."


def after_part(title: str) -> str:
    return f"Efter {title}"


def origin(id_: str, version: str, fingerprint: str) -> str:
    return f"{id_} {version}, {fingerprint}"


def goal(number: str, name: str) -> str:
    return f"{number} {name}"


STYLE_ENDS_ITSELF = (
    "Stilmallen report.css i mallmappen innehåller </style. Ta bort det, eftersom det avslutar sidans stil."
)


def faulty_template(place: str, line: int | None, reason: str) -> str:
    where = f"{place}, rad {line}" if line else place
    return (
        f"Mallen {where} går inte att använda: {reason}. Rätta mallen eller ta bort den, så används programmets egen."
    )


NOT_A_REPORT = (
    "Filen innehåller ingen bedömning. Ange en rapport (.html) som programmet har skrivit, eller en post (.toml)."
)
SEVERAL_RECORDS = "Filen innehåller flera bedömningar. Ange en rapport i taget."
DAMAGED_RECORD = (
    "Bedömningen i rapporten är skadad och går inte att läsa. Använd posten (.toml) eller skriv rapporten på nytt."
)

PDF_NOT_INSTALLED = (
    'Rapporter i PDF behöver ett tillägg. Installera det med: pip install "hallbarhet[pdf]" '
    "(i Linux behövs också paketen libpango-1.0-0, libpangoft2-1.0-0 och libharfbuzz-subset0), eller skriv ut HTML-rapporten till PDF."
)
PDF_WITHOUT_PANGO = (
    "Rapporter i PDF behöver Pango, som inte finns på den här datorn. Installera det (i Debian och Ubuntu: "
    "apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0), eller skriv ut HTML-rapporten till PDF."
)
PDF_SWATCH = "Tecken i diagrammet"
PDF_FETCHES_NOTHING = (
    "En egen mall hänvisar till en bild, en stil eller en bilaga utanför sig själv, men en rapport hämtar ingenting utifrån. "
    "Lägg innehållet i mallen."
)
