"""What a checklist says about itself when it is read as a document."""

from collections.abc import Sequence

from hallbarhet.texts import swedish
from hallbarhet.texts.conflicts import KINDS
from hallbarhet.texts.explain import EFFECTS
from hallbarhet.texts.findings import quoted, upper_first

KIND = "Checklista"
SKIP_LINK = "Hoppa till innehållet"
CONTENTS = "Innehåll"

HEADINGS = {
    "dimensioner": "Dimensioner och teman",
    "fragor": "Frågor",
    "hallplatser": "Hållplatser",
    "malkonflikter": "Målkonflikter",
    "skalor": "Svarsskalor",
    "indelningar": "Taggar, fasetter och strategimål",
    "resultat": "Så blir svaren en nivå",
    "provfall": "Provfall",
    "borttaget": "Borttaget ur grunden",
    "ursprung": "Ursprung",
}
"""The parts of the document by anchor, in order."""

ID = "Id"
VERSION = "Version"
REGION = "Region"
VALID_FROM = "Gäller från"
SUPPORT_FORMS = "Stödformer"
ALL_FORMS = "Alla"
BUILDS_ON = "Bygger på"
FINGERPRINT = "Fingeravtryck"
SOURCES = "Källor"

NAME, WEIGHT, THEMES, QUESTIONS = "Namn", "Vikt", "Teman", "Frågor"
DIMENSION, THEME = "Dimension", "Tema"
DIMENSION_TABLE = "Dimensionerna, i den ordning de visas"
THEME_TABLE = "Teman och hur tungt de väger i sin dimension"

HINT = "Ledtext"
GUIDANCE = "Vägledning"
ANSWERED = "Besvaras med"
COUNTS_IN = "Räknas in i"
SHOWN_IF = "Ställs om"
RULES = "Att veta"
GOALS = "Agenda 2030"
STRATEGY = "Strategimål"
TAGS = "Taggar"
FACETS = "Kan delas på"
CONCERNS = "Avser"
PERSPECTIVE = "Perspektiv"
ORIGIN = "Ursprung"

CONCERNS_WORDS = {"effekt": "insatsens effekt", "genomforande": "genomförandet"}
PERSPECTIVES = {"individ": "individ", "geografi": "geografi", "samhalle": "samhälle"}
RATIONALES = {
    "alltid": "Motiveras alltid.",
    "vid_utslag": "Motiveras när svaret inte är neutralt.",
    "valfri": "Behöver inte motiveras.",
}
MAY_NOT_BE_WAIVED = "Kan inte besvaras med ej relevant."
INTERNAL = "Svaret är internt och står aldrig i den offentliga versionen."
DEEPENED = "Ställs när bedömningen fördjupas."
BASELINE = "Läser av nuläget. Visas bredvid resultatet och räknas aldrig in."
INFORMATION = "Vägs inte in i något resultat."
FREE_TEXT = "text"

AFTER = "Kommer efter"
EFFECT = "Verkan"
FIRES_IF = "Utlöses om"
GATE_QUESTIONS = "Frågor att besvara"
LEGAL = "Grund"
DOCUMENTS = "Handlingar som krävs"
SUGGESTION = "Förslag till villkor i beslutet"

WHAT = "Slag"
AGAINST = "Vad som står mot vad"
TO_SETTLE = "Att reda ut"
PROPOSAL = "Förslag"
SEVERER = "Allvar"
IRREVERSIBLE = "Följden går inte att göra ogjord, vilket är ett steg allvarligare."
PROTECTED = "Något skyddat står på spel, vilket är ett steg allvarligare."
SILENCED = "Avstängd"
UNDECLARED = (
    "Spann mellan dimensioner, plus och minus som döljer varandra, olika utfall för grupper, platser och tider "
    "och strategimål mot varandra letas det efter även utan regel."
)

GRADE, WORDS, POINTS = "Grad", "Betyder", "Poäng"
CONDITION = "Förslag till villkor"
SCALE_TABLE = "Graderna, från lägst till högst"
POLARITY = "En hög grad är dålig."

CATEGORIES = "Delas i"
FACET_KINDS = {"grupp": "grupper", "plats": "platser", "tid": "tider"}
FACET_TABLE = "Fasetter: hur svar kan delas upp"
TAG_TABLE = "Taggar"
STRATEGY_TABLE = "Strategimål"
IS_PROTECTED = "Skyddad"
YES, NO = "ja", "nej"
INTERACTION_TABLE = "Hur framsteg för ett mål påverkar ett annat, från −3 till +3"
FROM_GOAL, TO_GOAL, STRENGTH = "Framsteg för", "påverkar", "Styrka"
CASE_FIELD_TABLE = "Egna uppgifter om ärendet"

EXAMPLE_TABLE = "Provfall som checklistan prövas mot"
EXAMPLE, EXPECTED = "Provfall", "Väntat"
DROPPED_TABLE = "Vad som är borttaget, och varför"
WHY = "Varför"
ORIGIN_TABLE = "Checklistor som denna bygger på"


def known_as(id_: str) -> str:
    return f"{ID}: {id_}."


def page_title(title: str, version: str) -> str:
    return f"{title}, version {version}"


def version_line(name: str, version: str) -> str:
    return f"{name}, version {version}"


def scale(name: str, anchors: Sequence[str]) -> str:
    return f"skalan {name}: {'; '.join(anchors)}"


def number_between(low: float | None, high: float | None, unit: str) -> str:
    told = "ett tal"
    if low is not None and high is not None:
        told = f"ett tal från {swedish.plain(low)} till {swedish.plain(high)}"
    elif low is not None:
        told = f"ett tal, minst {swedish.plain(low)}"
    elif high is not None:
        told = f"ett tal, högst {swedish.plain(high)}"
    return f"{told}, i {unit}" if unit else told


def choice(alternatives: Sequence[str], *, several: bool) -> str:
    return f"{'ett eller flera' if several else 'ett'} av: {'; '.join(alternatives)}"


def longest_text(characters: int | None) -> str:
    return FREE_TEXT if characters is None else f"text, högst {swedish.number(characters, 0)} tecken"


def counts_in(theme: str, dimension: str, weight: float) -> str:
    return f"{theme} ({dimension}), vikt {swedish.plain(weight)}"


def indirect(goals: Sequence[str]) -> str:
    return f"indirekt {', '.join(goals)}"


def effect(word: str) -> str:
    return f"{upper_first(EFFECTS[word])}."


def conflict_kind(word: str) -> str:
    return f"{upper_first(KINDS[word])}."


def pair(gains: str, loses: str, *, both_ways: bool) -> str:
    told = f"{quoted(gains)} går åt rätt håll medan {quoted(loses)} går åt fel håll"
    return f"{told}, eller tvärtom." if both_ways else f"{told}."


def thresholds(gain: float | None, loss: float | None) -> str:
    told = [f"plus minst {swedish.percent(gain)}"] if gain is not None else []
    told += [f"minus minst {swedish.percent(loss)}"] if loss is not None else []
    return f"Av det möjliga krävs {swedish.listed(told)}." if told else ""


def gap(names: Sequence[str], threshold: float | None) -> str:
    told = f"Avståndet mellan {swedish.listed(list(names))}" if names else "Avståndet mellan dimensionerna"
    return f"{told} är stort." if threshold is None else f"{told} är minst {swedish.plain(threshold)} poäng."


def masked(name: str) -> str:
    return f"Plus och minus döljer varandra i {name}."


def facet(name: str) -> str:
    return f"Svaren skiljer sig efter {name}."


def strategy(names: Sequence[str]) -> str:
    return f"{swedish.listed([quoted(name) for name in names], 'gynnas medan')} missgynnas."


def free(condition: str) -> str:
    return f"{upper_first(condition)}."


def fires(condition: str) -> str:
    return f"{upper_first(condition)}."


def origin(base: str, changed: Sequence[tuple[str, Sequence[str]]]) -> str:
    told = [f"Från {base}."]
    told += [f"{checklist} ändrar {swedish.listed(list(keys))}." for checklist, keys in changed]
    return " ".join(told)


def coverage(share: float) -> str:
    return f"Minst {swedish.percent(share)} av vikten i varje dimension ska vara besvarad."


def waived(share: float) -> str:
    return f"Mer än {swedish.percent(share)} ej relevant i en dimension flaggas."


def deepened(condition: str) -> str:
    return f"Bedömningen fördjupas när: {condition}."


def expected_level(level: int) -> str:
    return f"nivå {level}"


def expected_state(state: str) -> str:
    return f"läget {quoted(state)}"


def expected_conflicts(names: Sequence[str]) -> str:
    return f"målkonflikter: {', '.join(names)}" if names else "inga målkonflikter"


def expected_gates(names: Sequence[str]) -> str:
    return f"hållplatser: {', '.join(names)}" if names else "inga hållplatser med villkor"
