"""Sentences about files that are not right: how they are saved, how TOML is written, what a key may hold."""

from collections.abc import Iterable, Sequence

from hallbarhet.texts.swedish import listed, number, plain

_NOUNS = {
    "tema": "tema", "malkonflikt": "målkonflikt", "hallplats": "hållplats", "malgrupp": "målgrupp", "mal": "mål",
    "niva": "nivå", "grader": "grad", "kategorier": "kategori", "alternativ": "alternativ", "kallor": "källa",
    "strategimal": "strategimål", "stodform": "stödform", "handelse": "händelse", "tillagg_arende": "tillägg",
    "fragor": "fråga",
}  # fmt: skip


def noun(key: str) -> str:
    """What an entry under a key is called in a sentence."""
    return _NOUNS.get(key, key)


def by_number(position: int) -> str:
    return f"nr {position}"


def shortened(text: str, length: int = 48) -> str:
    """Text that fits in a sentence, on one line."""
    words = " ".join(text.split())
    return words if len(words) <= length else f"{words[: length - 1]}…"


def quoted(words: Iterable[object]) -> str:
    """Words as `"a", "b" eller "c"`."""
    return listed([f'"{word}"' for word in words], "eller")


def did_you_mean(word: str) -> str:
    return f'Menade du "{word}"?'


def choices(words: Sequence[object]) -> str:
    """What there is to choose from, when it is few enough to read."""
    return f"Här kan stå {quoted(words)}."


# How the file is saved


def not_a_file(path: object) -> str:
    return f"{path} är ingen fil."


def not_readable(path: object) -> str:
    return f"filen {path} går inte att läsa. Kontrollera att du har rätt att öppna den."


def too_large(limit: int) -> str:
    return f"filen är större än {number(limit / 1_000_000, 0)} MB och läses inte."


NOT_TEXT = "filen är inte en textfil."
UTF16 = "filen är sparad som UTF-16. Spara om den med teckenkodningen UTF-8."
NOT_UTF8 = (
    "filen är inte sparad som UTF-8: här står ett tecken som inte går att läsa. Spara om den med teckenkodningen UTF-8."
)
TOO_DEEP = "tabeller och listor ligger för djupt inuti varandra."
TOO_MANY = "filen har för många fel för att visa alla. Rätta dem som visas och granska igen."


# How TOML is written


def write_key_without_dots(line: int, key: str) -> str:
    return f"Rad {line}: skriv nyckeln utan å, ä och ö: `{key}`."


def folded_key(key: str, folded: str) -> str:
    return f'nyckeln "{key}" läses som `{folded}`. Skriv den så.'


def same_key_twice(key: str) -> str:
    return f'"{key}" står två gånger, med och utan å, ä och ö. Ta bort den ena.'


def number_too_large(key: str) -> str:
    return f'"{key}" är ett för stort tal. Heltal får ha högst 15 siffror.'


def number_not_finite(key: str) -> str:
    return f'"{key}" ska vara ett vanligt tal, inte inf eller nan.'


CURLY_QUOTES = 'här står sneda citattecken. Skriv raka: "…".'
HIDDEN_CHARACTER = (
    "här står ett osynligt tecken, till exempel ett hårt mellanslag. Ta bort det och skriv ett vanligt mellanslag."
)
DECIMAL_COMMA = "skriv decimaltal med punkt i stället för komma: 1.5."
GROUPED_NUMBER = "skriv stora tal utan mellanslag: 450000."
WRITE_TRUE = "skriv true eller false med små bokstäver."
UNQUOTED = 'värdet går inte att läsa. Text ska stå inom raka citattecken: "…".'
MISSING_VALUE = "här saknas ett värde efter likhetstecknet."
MISSING_EQUALS = "här väntas ett likhetstecken efter nyckeln: nyckel = värde."
ONE_PER_LINE = "raden fortsätter efter att värdet är slut. Skriv en nyckel per rad, och en kommentar efter #."
BAD_STATEMENT = "raden går inte att läsa. Den ska börja med en nyckel, en tabell inom hakparenteser eller #."
BAD_DATE = "datumet finns inte. Skriv det som 2026-01-31."
UNCLOSED_ARRAY = "listan avslutas inte: det saknas ] eller ett kommatecken mellan två poster."
UNCLOSED_INLINE = "tabellen inom klamrar är inte rätt skriven: den ska stå på en rad, ha kommatecken mellan posterna men inte efter den sista, och sluta med }."
UNCLOSED_HEADER = "tabellens namn ska avslutas med ]."
UNCLOSED_LIST_HEADER = "namnet ska avslutas med ]]."
UNCLOSED_TEXT = 'texten avslutas inte: det saknas ett citattecken ". Text på flera rader skrivs mellan """ och """.'
BACKSLASH = "ett omvänt snedstreck \\ betyder något särskilt i TOML. Skriv \\\\, eller sätt texten inom '…'."
TWICE = "detta är redan skrivet tidigare i filen. Samma nyckel eller tabell får stå bara en gång."
CONTROL_CHARACTER = "här står ett styrtecken som inte får finnas i en textfil."
NOT_TOML = "raden går inte att läsa som TOML."


# What a key may hold


def missing(key: str) -> str:
    return f'"{key}" saknas.'


def unknown_key(key: str) -> str:
    return f'nyckeln "{key}" finns inte.'


def element(key: str, position: int) -> str:
    return f'"{key}" nr {position}'


def named(key: str) -> str:
    return f'"{key}"'


NUMBER = "ett tal"
WHOLE_NUMBER = "ett heltal"
TEXT = "text inom citattecken"
TRUTH = "true eller false"
DATE = "ett datum som 2026-01-31"
MOMENT = "en tidpunkt som 2026-01-31T14:30:00+01:00"
LIST = "en lista inom hakparenteser"
TABLE = "en tabell"


def should_be(subject: str, kinds: Sequence[str]) -> str:
    return f"{subject} ska vara {listed(list(kinds), 'eller')}"


WITHOUT_QUOTES = ", skriv utan citattecken"


def write_as(key: str, value: str) -> str:
    return f"Skriv: {key} = {value}"


def write_list_header(key: str) -> str:
    return f'"{key}" är en lista: skriv [[{key}]] med dubbla hakparenteser.'


def write_table_header(key: str) -> str:
    return f'"{key}" finns bara en gång: skriv [{key}] med enkla hakparenteser.'


def not_allowed(subject: str, value: str) -> str:
    return f'{subject} kan inte vara "{value}".'


def should_be_one_of(words: Sequence[object]) -> str:
    return f"Det ska vara {quoted(words)}."


def bad_id(subject: str, value: str) -> str:
    return f'{subject} är "{value}". Ett id skrivs med a–z, A–Z, siffror, - och _, börjar med en bokstav eller siffra och har högst 64 tecken.'


def bad_version(subject: str) -> str:
    return f'{subject} ska vara tre tal med punkt emellan, till exempel "1.0.0".'


def wrong_form(subject: str) -> str:
    return f"{subject} är inte skrivet så som det ska vara här."


def at_least(subject: str, bound: float) -> str:
    return f"{subject} ska vara minst {plain(bound)}."


def nothing_or_at_least(subject: str, bound: float) -> str:
    return f"{subject} ska vara 0, eller minst {plain(bound)}."


def at_most(subject: str, bound: float) -> str:
    return f"{subject} ska vara högst {plain(bound)}."


def above(subject: str, bound: float) -> str:
    return f"{subject} ska vara större än {plain(bound)}."


def below(subject: str, bound: float) -> str:
    return f"{subject} ska vara mindre än {plain(bound)}."


def too_few(subject: str, least: int) -> str:
    return f"{subject} ska ha minst {least} {'post' if least == 1 else 'poster'}."


def too_many(subject: str, most: int) -> str:
    return f"{subject} ska ha högst {most} poster."


def text_too_long(subject: str, most: int) -> str:
    return f"{subject} ska ha högst {most} tecken."


def text_too_short(subject: str, least: int) -> str:
    return f"{subject} ska ha minst {least} tecken."


def unusable(subject: str) -> str:
    return f"{subject} har ett värde som inte går att använda här."


def unknown_condition(subject: str) -> str:
    return f"{subject}: villkoret säger inte vad det gäller."


def unknown_answer(subject: str) -> str:
    return f"{subject}: svaret säger inte vad som svarats."


CONDITION_KEYS = 'Det ska innehålla "alla", "minst_en", "inte" eller "antal", eller "punkt", "dimension", "tema", "tagg", "mal", "spann" eller "arende".'
ANSWER_KEYS = 'Det ska innehålla "grad", "status", "fritext", "varde" eller "val".'


# When a file cannot be used


def first_of_many(sentence: str, others: int) -> str:
    """The first fault, and how many more there are."""
    if not others:
        return sentence
    return f"{sentence} ({others} fel till.)"


# What people write when they mean something else

SYNONYMS = {
    "miljo": ("ekologisk",), "ekologi": ("ekologisk",), "miljomassig": ("ekologisk",), "gron": ("ekologisk",),
    "ekonomi": ("ekonomisk",), "samhalle": ("social",), "socialt": ("social",), "manniska": ("social",),
    "fraga": ("text", "punkt"), "rubrik": ("titel", "namn"), "titel": ("namn",), "namn": ("titel",),
    "beskrivning": ("definition", "ingress", "vagledning"), "hjalp": ("vagledning", "ledtext"),
    "typ": ("slag",), "sort": ("slag",), "viktning": ("vikt",), "svarsalternativ": ("alternativ",),
    "nivaer": ("niva", "grader"), "steg": ("grader",), "kommentar": ("motivering",), "anledning": ("motivering",),
}  # fmt: skip
"""Folded words, and the keys or ids they most likely stand for."""
