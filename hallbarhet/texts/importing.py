"""What importing says, and the headings it knows."""

from collections.abc import Sequence

TYPE_CHECKING = False  # the name alone tells a type checker; typing and pathlib are slow to load
if TYPE_CHECKING:
    from pathlib import Path

EXAMPLE = "exempel: hallbarhet importera arenden.csv --arkiv bedomningar"
FILE = "fil med ärenden eller beslut: CSV, JSON eller TOML"
CHECKLIST = "checklista för nya ärenden (annars den som hör till stödformen)"
TRY = "visa vad som skulle hända, utan att skriva något"

HEADINGS: dict[str, tuple[str, ...]] = {
    "id": ("post-id", "bedömnings-id"),
    "diarienummer": ("diarienr", "dnr", "diarie nr", "diariet", "ärendenummer", "ärendenr"),
    "nyps_id": ("nyps", "nyps ärende-id", "nyps-ärende", "ärende-id", "nypsnummer", "nyps-nr"),
    "stodform": ("stödform", "stödtyp", "stöd", "typ av stöd"),
    "rubrik": ("projektnamn", "projekttitel", "titel", "ärendemening", "benämning", "projekt", "ärende"),
    "sokande": ("sökande", "sökandens namn", "stödmottagare", "projektägare", "företag", "företagsnamn", "organisation"),
    "organisationsnummer": ("org.nr", "orgnr", "org nr", "organisationsnr", "org.nummer", "orgnummer", "person-/organisationsnummer"),
    "kommuner": ("kommun", "kommun(er)", "projektkommun", "berörda kommuner"),
    "sokt_belopp": ("sökt belopp", "sökt", "sökt stöd", "sökt bidrag", "ansökt belopp", "belopp sökt"),
    "total_kostnad": ("total kostnad", "totalkostnad", "totala kostnader", "total budget", "projektkostnad"),
    "ansokan_datum": ("ansökningsdatum", "ansökan inkom", "inkom", "inkommen", "inkomstdatum", "ansökan datum", "ankomstdatum"),
    "projekt_start": ("projektstart", "startdatum", "start", "projektets start", "från och med"),
    "projekt_slut": ("projektslut", "slutdatum", "slut", "projektets slut", "till och med"),
    "beviljat_belopp": ("beviljat belopp", "beviljat", "beviljat stöd", "beslutat belopp", "beslutat stöd"),
    "beslut_utfall": ("beslut", "utfall", "beslutets utfall", "beslutstyp"),
    "beslut_datum": ("beslutsdatum", "beslutat", "datum för beslut", "beslut datum"),
    "handlaggare": ("handläggare", "ansvarig handläggare"),
    "checklista": ("checklista-id", "checklistans id"),
}  # fmt: skip
"""How people head each column, beside the key itself. Compared without case, signs, å, ä, ö and units."""

READ_AS_UTF16 = "Filen är sparad som UTF-16 och är läst så. Kontrollera att å, ä och ö blev rätt."
NOT_A_CASE = "här står något annat än ett ärende. Skriv fält med namn, till exempel diarienummer och rubrik."
NO_KEY = "ärendet har varken diarienummer eller Nyps-id, så det går inte att känna igen nästa gång. Fyll i ett av dem."
NOTHING_TO_IMPORT = "Filen har inga rader att importera."
TRIED_ONLY = "Inget är skrivet. Kör utan --prova för att importera."
STOPPED = "Importen avbröts. Det som står ovan är gjort; kör samma fil igen när felet är avhjälpt."
IMPORTED = "ärendets uppgifter importerade"


def line(number: int) -> str:
    return f"rad {number}"


def entry(number: int) -> str:
    return f"post {number}"


def too_large(path: "Path", megabytes: int) -> str:
    return f"{path} är större än {megabytes} MB. Dela upp den i flera filer."


def is_a_workbook(path: "Path") -> str:
    return f"{path} är en arbetsbok från Excel. Öppna den där och välj Spara som, CSV UTF-8 (kommaavgränsad)."


def read_as_windows(number: int) -> str:
    return (
        f"Filen är inte UTF-8 (rad {number}) och är läst som Windows-1252. Kontrollera att å, ä och ö blev rätt; "
        "i Excel ger CSV UTF-8 säkert rätt tecken."
    )


def unreadable_letters(path: "Path", number: int) -> str:
    return f"{path}:{number}: här står ett tecken som inte går att läsa. Spara om filen med teckenkodningen UTF-8."


def heading_twice(path: "Path", heading: str) -> str:
    return f"{path}: rubriken ”{heading}” står på två kolumner. Byt namn på den ena eller ta bort den."


def same_meaning(path: "Path", first: str, second: str) -> str:
    return f"{path}: ”{first}” och ”{second}” betyder samma sak för programmet. Ta bort den ena kolumnen."


def no_known_heading(path: "Path", headings: Sequence[str]) -> str:
    found = ", ".join(f"”{heading}”" for heading in headings) or "inga"
    return (
        f"{path}: ingen av rubrikerna känns igen ({found}). "
        "Skriv rubriker som diarienummer, rubrik, sökande och sökt belopp på första raden."
    )


def too_many_cells(cells: int, headings: int) -> str:
    return f"raden har {cells} celler men bara {headings} rubriker. Sätt citattecken runt text som innehåller skiljetecknet."


def quotes_do_not_match(path: "Path", number: int) -> str:
    return f'{path}:{number}: citattecknen går inte ihop. Skriv ett citattecken inuti en cell dubbelt: "".'


def not_json(path: "Path", number: int | None) -> str:
    where = f":{number}" if number else ""
    return f"{path}{where}: filen är inte rätt skriven JSON. Exportera den igen, eller spara den som CSV."


def too_deep(path: "Path") -> str:
    return f"{path}: listorna ligger för djupt inuti varandra."


def no_list_of_cases(path: "Path | str") -> str:
    return f"{path}: här finns ingen lista med ärenden. Skriv en lista, eller en lista under nyckeln ”arende”."


def unused(headings: Sequence[str]) -> str:
    found = ", ".join(f"”{heading}”" for heading in headings)
    return (
        f"Används inte: {found}. Rubrikerna känns inte igen."
        if len(headings) > 1
        else f"Används inte: {found}. Rubriken känns inte igen."
    )


def column(heading: str, sentence: str) -> str:
    return f"kolumn {heading}: {sentence}"


def too_long(length: int, most: int) -> str:
    return f"texten är {length} tecken lång. Skriv högst {most}."


def wrong_kind() -> str:
    return "här står något annat än text, tal eller datum. Skriv värdet som text."


def serial_date(text: str) -> str:
    return f"”{text}” är Excels eget tal för ett datum. Välj cellformatet datum (2026-11-21) och spara igen."


SUPPORT_FORMS = {
    "investeringsstod": "foretagsstod",
    "regionalt investeringsstod": "foretagsstod",
    "sarskilt investeringsstod": "foretagsstod",
    "regionalt foretagsstod": "foretagsstod",
    "affarsutvecklingscheck": "foretagsstod",
    "kommersiell service": "kommersiell-service",
    "servicebidrag": "kommersiell-service",
    "hemsandningsbidrag": "kommersiell-service",
    "stod till kommersiell service": "kommersiell-service",
    "projektbidrag": "projektmedel",
    "projektstod": "projektmedel",
}
"""What people call a form of support, folded and in small letters, and the id of its kind."""


def unknown_form(form: str, known: Sequence[str]) -> str:
    names = ", ".join(known)
    return (
        f"stödformen ”{form}” finns inte i inställningarna. Skriv en av {names}, eller ange --checklista. "
        "Kontorets egna stödformer skrivs i arkivets hallbarhet.toml."
    )


NO_FORM = "stödform saknas, så det går inte att välja checklista. Fyll i stödform, eller ange --checklista."


def no_checklist(form: str) -> str:
    return f"ingen checklista hör till stödformen {form}. Ange --checklista."


def no_such_id(id_: str) -> str:
    return f"ingen post i arkivet har id {id_}. Kontrollera id, eller ta bort det så att diarienumret avgör."


def no_case_to_decide(name: str) -> str:
    return f"inget ärende i arkivet heter {name}. Ett beslut kan bara läggas till ett ärende som finns."


def other_diary_number(nyps_id: str, diary_number: str) -> str:
    return f"Nyps-id {nyps_id} hör redan till ärendet {diary_number}. Kontrollera vilket nummer som är rätt."


def other_organisation(name: str) -> str:
    return f"ärendet {name} finns redan med ett annat organisationsnummer. Kontrollera diarienumret."


def is_open(sentence: str) -> str:
    return f"{sentence} Importera igen när ärendet är stängt."


def not_readable(sentence: str) -> str:
    return f"posten kunde inte läsas: {sentence}"


def kept(fields: Sequence[str]) -> str:
    return f"Posten säger något annat om {', '.join(fields)} och lämnas som den är."


def filled(fields: Sequence[str]) -> str:
    return f"Fyllde i {', '.join(fields)}."


def decided(told: Sequence[str]) -> str:
    return f"Beslut: {', '.join(told)}."


def decision_event(told: Sequence[str]) -> str:
    return f"beslutet infört: {', '.join(told)}"


def filled_event(fields: Sequence[str]) -> str:
    return f"{IMPORTED}: {', '.join(fields)}"


def changed_from(words: str, before: str) -> str:
    return f"{words} (förut {before})"


NOTHING = "borttaget"
DECISION_FIELDS = {
    "beviljat_belopp": "beviljat belopp",
    "beslut_utfall": "utfall",
    "beslut_datum": "beslutsdatum",
}

OUTCOMES = {"ny": "ny", "andrad": "ändrad", "oforandrad": "oförändrad", "avvisad": "avvisad"}


def row(place: str, outcome: str, name: str, said: Sequence[str]) -> str:
    head = f"{place}: {OUTCOMES[outcome]}" + (f", {name}" if name else "")
    told = " ".join(sentence[:1].upper() + sentence[1:] for sentence in said)
    return f"{head}. {told}" if told else f"{head}."


def summary(made: int, changed: int, same: int, refused: int) -> str:
    counts = ((made, "ny", "nya"), (changed, "ändrad", "ändrade"), (same, "oförändrad", "oförändrade"))
    told = [
        f"{count} {one if count == 1 else many}" for count, one, many in (*counts, (refused, "avvisad", "avvisade"))
    ]
    return f"{', '.join(told)}."


def not_compared(count: int, first: str) -> str:
    posts = "1 post i arkivet kunde inte läsas" if count == 1 else f"{count} poster i arkivet kunde inte läsas"
    return f"{posts} och är inte jämförda med filen, först {first}. Kör hallbarhet granska på arkivet."


def several_cases(count: int, names: Sequence[str]) -> str:
    shown = ", ".join(names)
    more = " …" if count > len(names) else ""
    return f"Filen har {count} ärenden. Välj ett med --diarienummer: {shown}{more}"


def no_such_case(number: str, names: Sequence[str]) -> str:
    return f"Filen har inget ärende med diarienummer {number}. Där finns: {', '.join(names)}"


def already_there(name: str, command: str, path: "Path") -> str:
    return f"Ärendet {name} finns redan i arkivet. Öppna det med: hallbarhet {command} {path}"


RECORD_AND_CASE = "Ange antingen en post eller --arende, inte båda."
DIARY_WITHOUT_CASE = "--diarienummer väljer ett ärende i en fil. Ange också --arende FIL."
CASE_OPTION = "ärendets uppgifter ur en exporterad fil (CSV, JSON eller TOML)"
DIARY_OPTION = "vilket ärende i filen, när den har flera"


def progress(done: int, total: int) -> str:
    return f"{done} av {total}"


def no_case(path: "Path") -> str:
    return f"{path} innehåller inget ärende. Filen ska ha rubriker på första raden och minst en rad till."


def faulty_case(path: "Path", place: str, faults: Sequence[str]) -> str:
    return f"{path}, {place}: {' '.join(faults)}"


NO_CHECKLIST_FOR_CASE = "Ärendets stödform säger inte vilken checklista som gäller. Ange --checklista."
