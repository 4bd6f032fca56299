"""What the line mode says around the questions: where one is, what can be typed, what happened."""

from collections.abc import Sequence

from hallbarhet.texts import swedish
from hallbarhet.texts.tui import counted

# Words that can be typed

BACK = ("tillbaka",)
UNDO = ("ångra", "angra")
SKIP = ("hoppa",)
LEAVE = ("avsluta",)
OVERVIEW = ("oversikt", "översikt")
HELP = ("?", "hjälp", "hjalp")
GO = ("gå", "ga")
CLEAR = ("rensa",)
RETRY = ("spara",)
COPY = ("kopia",)
DIFFERENCE = ("skillnad",)

EVERYWHERE = """\
Det här kan du alltid skriva:
  tillbaka    till frågan före
  ångra       ta tillbaka det senaste (angra går också bra)
  oversikt    vad som är kvar, med nummer
  gå NUMMER   till ett nummer i översikten (ga går också bra)
  hoppa       lämna frågan som den är och gå vidare
  avsluta     spara och sluta; nästa gång fortsätter du här
  ?           hjälp om frågan"""

WORDS_ONLY_FIRST = "I en text gäller orden bara på första raden."

# Beginning and ending

WELCOME = "hållbarhet, rad för rad. Skriv ? för hjälp, avsluta för att sluta. Allt sparas efter varje svar."
CHOOSE_CHECKLIST = "Vilken checklista?"
CHECKLIST_PROMPT = "Nummer:"
NO_CHECKLISTS = "Det finns ingen checklista att använda. Lägg en i mappen checklistor, eller ange --checklista FIL."


def case(title: str, number: str, checklist: str, version: str) -> str:
    told = f"Ärende: {title or 'utan rubrik'}"
    told += f", {number}." if number else "."
    return f"{told}\nChecklista: {checklist}, version {version}."


def left(where: str) -> str:
    return f"Avslutat. Ärendet är sparat i {where}. Du fortsätter med: hallbarhet radvis {where}"


NOTHING_WRITTEN = "Avslutat. Inget var ifyllt, så inget har sparats."


def input_ended(where: str) -> str:
    return f"Indata tog slut. Det som är besvarat är sparat i {where}. Fortsätt med: hallbarhet radvis {where}"


INPUT_ENDED_EMPTY = "Indata tog slut innan något var ifyllt. Inget har sparats."


def ended_by_signal(where: str) -> str:
    return f"Programmet fick besked att sluta. Det som är besvarat är sparat i {where}."


# Saving


def saved(at: str) -> str:
    return f"Sparat {at}."


def not_saved(reason: str) -> str:
    return f"Ej sparat. {reason}"


NOT_SAVED_COMFORT = (
    "Det du har skrivit finns kvar här. Programmet försöker igen vid nästa svar, eller när du skriver spara."
)
CHANGED_COMFORT = "Den andras version ligger orörd. Skriv skillnad för att se vad som skiljer, eller kopia för att spara din version bredvid."
NOT_CHANGED = "Inget behöver sparas bredvid."


def saved_copy(name: str) -> str:
    return f"Din version är sparad som {name}. Du arbetar vidare i den."


def rescued(where: str) -> str:
    return (
        f"Det som inte gick att spara i arkivet ligger i {where}. Flytta filen till arkivet när det går att skriva där."
    )


def rescued_before(where: str) -> str:
    return f"Räddat arbete från en gång då arkivet inte gick att skriva: {where}. Flytta filen till arkivet, eller ta bort den."


NOT_RESCUED = "Det gick inte att spara någonstans. Det senaste svaret är förlorat."


def line_cut(length: int) -> str:
    return (
        f"Raden var {length} tecken, det längsta terminalen tar emot. Kontrollera slutet av den, och dela den i flera."
    )


# Prompts

ANSWER = "Svar:"
TEXT = "Text:"
DONE_WITH = "Sluta med en tom rad eller en ensam punkt."
KEEP = "Tom rad behåller det som står."
OR_NOTHING = "Tom rad hoppar över."
CLEAR_HINT = "rensa tar bort det."
YES = ("j", "ja")
NO = ("n", "nej")


def stands(text: str) -> str:
    return f"Nu står det: {text}"


def current(label: str, value: str) -> str:
    return f"{label} (nu {value}):" if value else f"{label}:"


def number_of(most: int) -> str:
    return f"Skriv ett nummer 1–{most}."


def not_understood(words: str, hint: str) -> str:
    return f"”{words}” går inte att använda här. {hint}"


# Questions


def place(number: int, count: int, section: str) -> str:
    return f"Fråga {number} av {count}, {section}"


def place_outside(section: str) -> str:
    return f"{section}, frågan ställs inte nu"


def section(number: int, count: int, title: str) -> str:
    return title if title.startswith("Del ") else f"Del {number} av {count}: {title}"


def numbered(number: int, text: str) -> str:
    return f"  {number}  {text}"


UNKNOWN = "  v  Vet inte: någon annan behöver svara"
NOT_RELEVANT = "  e  Ej relevant"


def answered_now(words: str) -> str:
    return f"Nu: {words}."


def explained_now(words: str) -> str:
    return f"Motivering nu: {words}"


def answer_hint(most: int, *, waivable: bool, answered: bool) -> str:
    return _hint(f"Skriv {_keys(f'1–{most}', waivable=waivable)}", answered=answered)


def several_hint(most: int, *, waivable: bool, answered: bool) -> str:
    keys = _keys(f"ett eller flera nummer 1–{most} med komma mellan", waivable=waivable)
    return _hint(f"Skriv {keys}", answered=answered)


def number_hint(span: str, *, waivable: bool, answered: bool) -> str:
    keys = _keys(f"ett tal ({span})" if span else "ett tal", waivable=waivable)
    return _hint(f"Skriv {keys}", answered=answered)


def text_hint(*, waivable: bool, answered: bool) -> str:
    return _hint(f"Skriv {_keys('ditt svar', waivable=waivable)} {DONE_WITH}", answered=answered)


def _keys(first: str, *, waivable: bool) -> str:
    return f"{first}, v eller e." if waivable else f"{first} eller v."


def _hint(first: str, *, answered: bool) -> str:
    return f"{first} {'Enter går vidare' if answered else 'hoppa lämnar den öppen'}, ? hjälp."


MUST_CHOOSE = "Frågan är inte besvarad än. Skriv ett svar, v om du inte vet, eller hoppa för att lämna den öppen."
MORE_HERE = """\
Vid svaret kan du också skriva:
  m      motivera
  u      ange underlag, till exempel Ansökan s. 7
  d      dela svaret på grupp, plats eller tid
  i      håll svaret utanför den offentliga versionen, eller ta med det igen
  rensa  ta bort svaret; motiveringen står kvar"""
EVIDENCE_HINT = "Flera skiljs åt med semikolon."


def answered(words: str) -> str:
    return f"Svaret är: {words}."


def new_conflicts(titles: Sequence[str]) -> str:
    what = "Ny målkonflikt" if len(titles) == 1 else "Nya målkonflikter"
    return f"{what}: {swedish.listed(titles)}. Du tar ställning efter frågorna."


# A split answer


def split(facets: Sequence[str]) -> str:
    names = swedish.listed([facet.lower() for facet in facets], "eller")
    return f"Skiljer sig svaret efter {names}? Skriv d för att dela det, Enter för att gå vidare."


SPLIT_HINT = "Siffra svarar. Enter behåller. rensa tar bort."


def category(facet: str, name: str, now: str) -> str:
    return f"{facet}, {name} (nu {now}):" if now else f"{facet}, {name}:"


# Gates

SEEN_NONE = "Inga svar än."
DECISION_HINT = "Skriv 1, 2 eller 3. hoppa lämnar den öppen, ? hjälp."
DECISION_KEPT = "Skriv 1, 2 eller 3. Enter behåller, ? hjälp."
DOCUMENTS_HINT = "Skriv numren på dem som är inlämnade, med komma mellan. Skriv 0 för inga. Enter behåller."
STOPPED = "Hållplatsen stoppar ärendet. Välj 2 eller 3, eller gå tillbaka och ändra svaret som utlöste den."
GATE_HELP = "En hållplats är en punkt där du bestämmer om ärendet går vidare. Motiveringen står kvar i posten."


def handed_in(words: str) -> str:
    return f"Inlämnat: {words}."


NONE_HANDED_IN = "inget"

# Goal conflicts

CONFLICT_LIST_HINT = "Enter tar nästa öppna, nummer en viss, n lägger till en egen. hoppa går vidare."
CONFLICT_LIST_DONE = "Inget är öppet. Enter går vidare, nummer tar upp en viss, n lägger till en egen."
CONFLICT_PROMPT = "Målkonflikt:"
WITHDRAW_HINT = "Skriv ta bort för att ta bort den."
WITHDRAW = ("ta bort",)
STATUS_HINT = "Skriv 1–4. Enter behåller."
SEVERITY_HINT = "Skriv 1–4. Enter behåller."
CONFLICT_HELP = "En målkonflikt är att något som är bra för ett mål eller en grupp är dåligt för ett annat."


def conflict_row(number: int, title: str, severity: str, status: str) -> str:
    parts = ", ".join(part for part in (severity, status) if part)
    return f"  {number}  {title}: {parts}"


# The judgement

JUDGEMENT_HELP = (
    "Den samlade bedömningen är dina egna ord. Programmet räknar, men säger aldrig bevilja eller avslå. "
    "Går din rekommendation emot det beräknade läget behöver du skriva varför."
)
RECOMMENDATION_HINT = "Skriv 1–4. Enter behåller."
CONDITIONS_HINT = "Nummer tar med eller tar bort. Annan text blir ett eget villkor. Enter går vidare."
CONDITION_PROMPT = "Villkor:"
CHOSEN = "vald"


def condition(number: int, text: str, source: str, *, chosen: bool) -> str:
    return f"  {number}  {text} ({source}){': ' + CHOSEN if chosen else ''}"


# Overview, check and the end

OVERVIEW_HEAD = "Översikt"
OVERVIEW_HINT = "gå NUMMER går dit."


def row(number: int, name: str, state: str) -> str:
    return f"  {number}  {name}: {state}" if state else f"  {number}  {name}"


def no_such_row(words: str) -> str:
    return f"”{words}” är inget nummer i översikten. Skriv oversikt för att se numren."


CHECK_HINT = "Enter går vidare, gå NUMMER ändrar ett svar."
CHECK_PROMPT = "Kontrollera:"
MISSING_HINT = "Enter går till det första som återstår."
END_PROMPT = "Klart:"
COMPLETE_HINT = "Skriv klar för att göra bedömningen klar. Enter gör ingenting."
COMPLETE = ("klar", "ja", "j")
REOPEN_HINT = "Skriv öppna för att öppna den igen, eller avsluta."
REOPEN = ("öppna", "oppna")
AT_BEGINNING = "Det här är början."


def remains(count: int) -> str:
    return f"{counted(count, 'sak', 'saker')} återstår."
