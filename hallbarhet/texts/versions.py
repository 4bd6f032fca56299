"""What differs between two checklists, in sentences."""

from collections.abc import Sequence

from hallbarhet.texts import swedish
from hallbarhet.texts.findings import quoted, upper_first

SUBJECTS = {
    "checklista": "checklistan", "dimension": "dimensionen", "tema": "temat", "skala": "skalan", "grad": "graden",
    "tagg": "taggen", "fasett": "fasetten", "kategori": "kategorin", "strategimal": "strategimålet",
    "malgrupp": "målgruppen", "mal": "anteckningen om mål", "avsnitt": "avsnittet", "punkt": "frågan",
    "alternativ": "alternativet", "hallplats": "hållplatsen", "malkonflikt": "konfliktregeln",
    "samspel": "samspelet", "niva": "nivå", "provfall": "provfallet", "tillagg_arende": "ärendeuppgiften",
    "regler": "reglerna", "koppling": "kopplingarna", "borttaget": "det som tagits bort",
}  # fmt: skip
"""What an entry of each kind is called, in definite form."""

_NEUTER = frozenset({"tema", "strategimal", "avsnitt", "alternativ", "samspel", "provfall", "borttaget"})
_RULES = {"konflikt": "gränserna för målkonflikter", "robusthet": "prövningen av stabilitet"}

ORDERED = {
    "dimension": "dimensionerna", "tema": "temana", "skala": "skalorna", "tagg": "taggarna", "fasett": "fasetterna",
    "kategori": "kategorierna", "strategimal": "strategimålen", "malgrupp": "målgrupperna", "mal": "målen",
    "avsnitt": "avsnitten", "punkt": "frågorna", "alternativ": "alternativen", "hallplats": "hållplatserna",
    "malkonflikt": "konfliktreglerna", "samspel": "samspelen", "niva": "nivåerna", "provfall": "provfallen",
    "tillagg_arende": "ärendeuppgifterna", "borttaget": "det borttagna",
}  # fmt: skip

KEYS = {
    "titel": "titeln", "galler_fran": "första giltighetsdagen", "region": "regionen", "stodformer": "stödformerna",
    "ingress": "ingressen", "kallor": "källorna", "namn": "namnet", "definition": "definitionen", "vikt": "vikten",
    "dimension": "dimensionen", "text": "texten", "poang": "poängen", "villkor": "förslaget till villkor i beslutet",
    "neutral": "det neutrala svaret", "polaritet": "riktningen", "skyddad": "märkningen som skyddad",
    "lang_sikt": "märkningen som lång sikt", "slag": "slaget", "mal": "målen", "kansligt": "märkningen som känsligt",
    "nulage": "nuläget", "kort": "kortnamnet", "ledtext": "ledtexten", "vagledning": "vägledningen",
    "skala": "skalan", "tema": "temat", "avser": "vad frågan avser", "perspektiv": "perspektivet",
    "lasning": "läsningen", "agenda2030": "delmålen", "agenda2030_indirekt": "de indirekta delmålen",
    "strategimal": "strategimålen", "taggar": "taggarna", "fasetter": "fasetterna",
    "motivering": "kravet på motivering", "ej_relevant": "rätten att svara ej relevant",
    "intern": "märkningen som intern", "djup": "djupet", "visas_om": "villkoret för att frågan ställs",
    "enhet": "enheten", "min": "det lägsta tillåtna talet", "max": "det högsta tillåtna talet",
    "flera": "rätten att välja flera", "max_tecken": "det högsta antalet tecken", "efter": "platsen",
    "verkan": "verkan", "fragor": "frågorna", "om": "villkoret", "grund": "lagrummet", "handlingar": "handlingarna",
    "plus": "vad som vinner", "minus": "vad som förlorar", "omvand": "om båda hållen räknas",
    "troskel_plus": "tröskeln för plus", "troskel_minus": "tröskeln för minus", "mellan": "dimensionerna",
    "troskel": "tröskeln", "grupp": "gruppen", "fasett": "fasetten", "styrka": "styrkan",
    "permanent": "märkningen som oåterkallelig", "forslag": "förslaget", "att_reda_ut": "frågan att reda ut",
    "av": "avstängningen", "index_min": "gränsen för index", "dimension_min": "gränsen för svagaste dimensionen",
    "svarsgrad_min": "den lägsta svarsgraden", "ej_relevant_max": "den högsta andelen ej relevant",
    "sammanvagning": "sammanvägningen", "exponent": "exponenten", "fordjupad_om": "villkoret för fördjupning",
    "tak": "taken för nivån", "stark": "gränsen för ett starkt svar", "spann": "gränsen för spann",
    "dold_min": "gränsen för dold konflikt", "aktivitet_min": "lägsta aktivitet för dold konflikt",
    "ojamn": "gränsen för ojämnt", "strategi_min": "gränsen för strategikonflikt",
    "andra_ordning": "vikten för följder i andra led", "avvikelse": "hur mycket vikterna skakas",
    "dragningar": "antalet dragningar", "grader": "graderna", "svar": "svaren", "vantat": "det väntade resultatet",
}  # fmt: skip
"""What each key is called inside a sentence, in definite form."""

_KEYS_OF = {
    ("malkonflikt", "motivering"): "skälet till avstängningen",
    ("malkonflikt", "villkor"): "förslaget till villkor i beslutet",
    ("malkonflikt", "skyddad"): "märkningen som skyddad",
    ("borttaget", "motivering"): "motiveringen",
    ("regler", "min"): "gränsen",
}

LONGEST = 70
"""A longer text is told as rewritten: nobody finds the difference between two paragraphs in one sentence."""


def key_name(kind: str, key: str) -> str:
    return _KEYS_OF.get((kind, key)) or KEYS.get(key, quoted(key))


def subject(kind: str, name: str, id_: str) -> str:
    """An entry by its name, and its id where that says something else."""
    told = SUBJECTS.get(kind, kind)
    if kind in {"niva", "mal"}:
        return f"{told} {name}"
    if not name:
        return told
    return f"{told} {quoted(name)}" if name == id_ else f"{told} {quoted(name)} ({id_})"


def rules(table: str) -> str:
    return _RULES[table]


def grade(grade_: str, scale: str) -> str:
    return f"graden {grade_} på skalan {scale}"


def inside(kind: str, name: str, owner: str) -> str:
    return f"{SUBJECTS[kind]} {quoted(name)} i {owner}"


def added(what: str, kind: str, where: str = "") -> str:
    return upper_first(f"{what} är {'nytt' if kind in _NEUTER else 'ny'}{where}.")


def in_section(title: str) -> str:
    return f", i avsnittet {quoted(title)}"


def dropped(what: str, kind: str) -> str:
    return upper_first(f"{what} är {'borttaget' if kind in _NEUTER else 'borttagen'}.")


def reason_given(noun: str, id_: str, reason: str) -> str:
    return f"Skälet till att {noun} {id_} är borttagen: {reason}"


def kept_again(noun: str, id_: str) -> str:
    return upper_first(f"{noun} {id_} tas inte längre bort.")


def renamed(what: str, before: str) -> str:
    return upper_first(f"{what} hette tidigare {before}.")


def merged(before: Sequence[str], what: str) -> str:
    return f"Frågorna {swedish.listed(before)} är sammanslagna till {what}."


def split(what: str, after: Sequence[str]) -> str:
    return upper_first(f"{what} är delad i {swedish.listed(after)}.")


def moved(what: str, before: str, after: str) -> str:
    return upper_first(f"{what} är flyttad från avsnittet {quoted(before)} till {quoted(after)}.")


def reordered(kind: str, where: str, after: Sequence[str]) -> str:
    told = f"{ORDERED.get(kind, kind)} står i en annan ordning{f' i {where}' if where else ''}"
    return upper_first(f"{told}: {', '.join(after)}." if after else f"{told}.")


def reworded(what: str, before: str, after: str) -> str:
    return upper_first(f"{what} är omformulerad: {quoted(before)} blir {quoted(after)}.")


def rewritten(what: str, key: str) -> str:
    return upper_first(f"{what}: {key} skrivs om.")


def changed(what: str, key: str, before: str, after: str) -> str:
    return upper_first(f"{what}: {key} ändras från {before} till {after}.")


def set_now(what: str, key: str, after: str) -> str:
    return upper_first(f"{what}: {key} tillkommer, {after}.")


def taken_away(what: str, key: str, before: str) -> str:
    return upper_first(f"{what}: {key} tas bort, förut {before}.")


def condition_changed(what: str, key: str, before: str | None, after: str | None) -> str:
    if before is None:
        return upper_first(f"{what}: {key} tillkommer: {after}.")
    if after is None:
        return upper_first(f"{what}: {key} tas bort: {before}.")
    return upper_first(f"{what}: {key} ändras. Förut: {before}. Nu: {after}.")


def list_changed(what: str, key: str, came: Sequence[str], went: Sequence[str]) -> str:
    told = [f"{', '.join(came)} tillkommer"] if came else []
    told += [f"{', '.join(went)} utgår"] if went else []
    return upper_first(f"{what}: {key} ändras, {' och '.join(told)}." if told else f"{what}: {key} byter ordning.")


def grades_changed(what: str, before: Sequence[str], after: Sequence[str]) -> str:
    return upper_first(f"{what} har andra grader: {', '.join(after)} i stället för {', '.join(before)}.")


MAPPINGS = "Kopplingarna till äldre versioner är ändrade."
YES, NO = "ja", "nej"
NOTHING = "inget"

# The version

STEPS = {
    "major": "ett större steg",
    "minor": "ett mindre steg",
    "patch": "en rättelse",
}
HEADINGS = {
    "major": "Ändrar vad ett svar eller resultat betyder",
    "minor": "Vikter, gränser, villkor och länkar",
    "patch": "Ord",
}
SAME = "Checklistorna säger samma sak."
SAME_MEANING = "Checklistorna säger samma sak men är inte skrivna likadant, så fingeravtrycken skiljer sig."


def title(old: str, new: str) -> str:
    return f"{old} jämfört med {new}"


def versions_agree(declared: str, needed: str, before: str, after: str) -> str:
    if declared == needed:
        return f"Ändringarna kräver {STEPS[needed]}, och versionen går från {before} till {after}. Det stämmer."
    return f"Ändringarna kräver bara {STEPS[needed]}, men versionen går längre, från {before} till {after}. Det är tillåtet."


def version_too_small(needed: str, before: str, after: str, suggested: str) -> str:
    if before == after:
        return f'Ändringarna kräver {STEPS[needed]}, men båda har version {before}. Skriv version = "{suggested}".'
    return (
        f"Ändringarna kräver {STEPS[needed]}, men versionen går från {before} till {after}. "
        f'Skriv version = "{suggested}".'
    )


def other_checklist(old: str, new: str) -> str:
    return f"{old} och {new} är olika checklistor, så deras versioner jämförs inte."
