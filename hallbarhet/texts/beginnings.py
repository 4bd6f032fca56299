"""The comments in an overlay that somebody is about to make a region's own."""

from hallbarhet.texts.findings import quoted

SCHEMA_FILE = "hallbarhet.schema.json"
RULE = "# " + "-" * 76


def top(title: str, name: str, version: str, file: str) -> str:
    return f"""#:schema ./{SCHEMA_FILE}

# Ett tillägg till {quoted(title)} ({name} {version}).
#
# Här står bara det som ska skilja från grunden. Allt annat gäller som det är.
# Raderna nedan som börjar med # direkt följt av en nyckel är förslag som inte
# gäller än: ta bort # för att använda dem, och ändra eller ta bort resten.
#
#   hallbarhet granska {file} --bevaka        säger vad som är fel när du sparar
#   hallbarhet checklista prova {file}        går igenom den utan att spara
#   hallbarhet checklista visa {file}         hela checklistan som dokument
#   hallbarhet checklista skillnad {name} {file}
#
# En editor som kan läsa scheman hjälper till med nycklarna när schemat ligger
# bredvid: hallbarhet checklista schema > {SCHEMA_FILE}
"""


HEAD = """# Vilken checklista detta är. Höj versionen när du ändrar: den sista siffran för
# ord, den mittersta för vikter och gränser, den första när ett svar betyder
# något annat."""
FINGERPRINT = """# Fingeravtrycket visar vilken grund tillägget skrevs mot. Granska säger till om
# grunden ändras. Spara grunden bredvid med: hallbarhet checklista frys"""


def own_title(title: str, region: str) -> str:
    return f"{title} i {region}" if region.strip() else title


DIMENSION = "En dimension väger mer. Ordningen mellan dimensionerna följer grunden."
QUESTION = "En fråga får annan vikt och annan vägledning. Bara det som nämns ändras."
OWN_GUIDANCE = "Skriv vad som räknas hos er och var i ansökan det står."
NEW_QUESTION = "En egen fråga. Den ställs efter den fråga som nämns."
OWN_QUESTION = "Hur påverkar insatsen det som är viktigt hos oss?"
OWN_SHORT = "Hos oss"
DROP = "Något i grunden tas bort. Skriv varför: det visas i rapporten."
DROP_REASON = "Prövas i en annan del av handläggningen hos oss."
RULES = "Gränser."
GATE = "En egen hållplats efter en del."
GATE_TITLE = "Hållplats: ska vi gå vidare?"
GATE_QUESTION = "Är det rätt insats på rätt plats?"
EXAMPLE = "Ett provfall, som granska kör varje gång. Frågor som inte nämns är neutrala."
EXAMPLE_NAME = "Allt neutralt"


def in_section(title: str) -> str:
    return f"Frågor i delen {quoted(title)}. Ta bort # även här för att ändra dem."


def heading(words: str) -> str:
    return f"{RULE}\n# {words}\n{RULE}"
