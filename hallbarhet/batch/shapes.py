"""The parts of a record in the order the program writes them, as regular expressions that take them in one sweep.

Narrower than `grammar`: known keys only, each at most once and in the order of the models, of the types that a record
may hold, and only days that the calendar has. So what fits is TOML and is right; groups stand around what re-scoring
reads. Keys that are free may stand there twice: whoever uses a pattern asks (`FREE_KEY`).
"""

import re
from collections.abc import Sequence

from hallbarhet.batch.encoding import CASE_FIELDS
from hallbarhet.batch.grammar import ANY_TEXT, NUMBER, TEXT, WHOLE, WORD, listed

_ID = "[A-Za-z0-9][A-Za-z0-9_-]{0,63}+"
_BARE = "[A-Za-z0-9_-]++"
_WORDS = listed(TEXT)
_AMOUNT = NUMBER.removeprefix("-?")
_MONTH_AND_DAY = "(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
_LEAP_YEAR = "(?:[12][0-9](?:0[48]|[2468][048]|[13579][26])|(?:12|16|20)00)"
_DAY = f"(?:[12][0-9]{{3}}-{_MONTH_AND_DAY}|{_LEAP_YEAR}-02-29)"
_CLOCK = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{6})?"
_MOMENT = rf"{_DAY}T{_CLOCK}(?:[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])?"
_FLAG = "(?:true|false)"


def _line(key: str, value: str) -> str:
    """A line that may be left out: one way of two, which is given up at its first letter, as `(?:…)?` is not."""
    return f"(?:{key} = {value}\n|)"


def _lines(**values: str) -> str:
    return "".join(_line(key, value) for key, value in values.items())


def _row(keys: Sequence[str], value: str = NUMBER) -> str:
    """A table on one line with some of these keys, in this order."""
    return r"\{ (?=[a-z])" + "".join(rf"(?:{key} = {value}(?:, (?=[a-z])| (?=\}}))|)" for key in keys) + r"\}"


def _one_of(*words: str) -> str:
    return f'"(?:{"|".join(words)})"'


_OTHER_FIELDS = {"kommuner": _WORDS} | {
    key: _DAY if key[-5:] in {"datum", "start", "_slut"} else _AMOUNT
    for key in (
        "sokt_belopp", "total_kostnad", "ansokan_datum", "projekt_start", "projekt_slut", "beviljat_belopp",
        "beslut_datum",
    )
}  # fmt: skip
_CASE = {key: _OTHER_FIELDS.get(key, ANY_TEXT) for key in CASE_FIELDS}

HEAD = re.compile(
    rf"format = 1\n\n\[bedomning\]\nid = ({ANY_TEXT})\n"
    + _line("status", f"({_one_of('utkast', 'klar', 'granskad')})")
    + _line("skede", _one_of("ansokan", "uppfoljning", "slutrapport"))
    + _lines(foregaende=ANY_TEXT, roll=_one_of("forsta", "andra", "gemensam"), parter=_WORDS)
    + _lines(djup=f"({_one_of('kort', 'fordjupad')})", djup_motivering=ANY_TEXT, handlaggare=ANY_TEXT)
    + f"skapad = {_MOMENT}\n"
    + _lines(senast_sparad=_MOMENT)
    + r"(?:\n\[arende\]\n" + _lines(**{key: f"({value})" for key, value in _CASE.items()}) + ")?"
    + rf"(?:\n\[arende\.eget\]\n((?:{_BARE} = (?:{ANY_TEXT}|{NUMBER}(?!-)|{_DAY})\n)++))?"
    + rf'\n\[checklista\]\nid = ("{_ID}")\nversion = ({ANY_TEXT})\nfingeravtryck = ({ANY_TEXT})\n'
)  # fmt: skip
"""From the beginning to the answers. Groups: id, status, depth, `CASE_FIELDS`, own fields, id, version, fingerprint."""

_REST = r"|(?s:(.+))"

ANSWERS = re.compile(
    rf'\n\[\[svar\]\]\npunkt = "({_ID})"\n' + _line("text", ANY_TEXT)
    + rf'(grad = -?[0-9](?=\n)|grad = {NUMBER}|status = "(?:vet_inte|ej_relevant|obesvarad)"|fritext = {ANY_TEXT}'
    + rf"|varde = {NUMBER}|val = {_WORDS})\n"
    + rf"(?:svar = (?:(?<=\]\nsvar = ){_WORDS}|(?<!\]\nsvar = ){ANY_TEXT})\n"
    + rf"|(?<!\]\n)vem_svarar = {ANY_TEXT}\n|)"
    + _lines(motivering=ANY_TEXT, underlag=_WORDS, intern=_FLAG, inaktuell=_FLAG)
    + rf"((?:\n\[svar\.fasetter\.{_BARE}\]\n(?:{_BARE} = {NUMBER}\n)++)*+)" + _REST
)  # fmt: skip
"""One answer after the other. Groups: question, what was said with its key, facets, all that comes after the last."""

GATES = re.compile(
    rf'\n\[\[hallplats\]\]\nid = "({_ID})"\n' + _line("titel", ANY_TEXT)
    + rf"(?:fragor = \[\n(?:    \{{ fraga = {TEXT}(?:, svar = {TEXT})? \}},\n)++\]\n)?"
    + _lines(
        beslut=f"({_one_of('vidare', 'tank_om', 'avsluta')})", motivering=f"({ANY_TEXT})", ansvarig=f"({ANY_TEXT})",
        datum=f"({_DAY})", inlamnat=f"({_WORDS})",
    ) + _REST
)  # fmt: skip
"""Groups: gate, decision, reason, who, day, what was handed in, the rest."""

CONFLICTS = re.compile(
    rf'\n\[\[malkonflikt\]\]\nid = "({_ID})"\n'
    + _lines(titel=f"({ANY_TEXT})", slag=ANY_TEXT, allvar="([0-4])", mot=f"({_WORDS})", egen=f"({_FLAG})")
    + _lines(vinner=ANY_TEXT, forlorar=ANY_TEXT, var=ANY_TEXT, nar=ANY_TEXT)
    + _line("status", f"({_one_of('oppen', 'hanterad', 'accepterad', 'avfardad')})")
    + _lines(motivering=f"({ANY_TEXT})", atgard=f"({ANY_TEXT})", ansvarig=f"({ANY_TEXT})", uppfoljning=f"({ANY_TEXT})")
    + _lines(uppfoljning_datum=f"({_DAY})", beslutsfattare=f"({ANY_TEXT})") + _REST
)  # fmt: skip
"""Groups: conflict, title, severity, against, whether it is the officer's own, status, the fields written, the rest."""

_DECIMAL = r"-?(?!0[0-9])[0-9]{1,15}+\.[0-9]{1,20}+"
"""Most numbers of a result; what can be said without choices is read several times faster."""

_POINTS = ("min", "netto", "max", "plus", "minus", "svarsgrad", "ej_relevant_andel", "punkter")
_RANGE = _row(("min", "netto", "max"), f"({NUMBER})")


def _rows(*pairs: str, usual: str = "(?!)") -> str:
    """A list with a table on each line, all with some of these pairs, in this order."""
    inner = "".join(rf"(?:{pair}(?:, (?=[a-z])| (?=\}})))?" for pair in pairs)
    return rf"\[(?:\]|\n(?:    \{{ (?:{usual} \}},\n|(?=[a-z]){inner}\}},\n))++\])"


_GATE_ROWS = _rows(f"id = {TEXT}", f"utfall = {TEXT}", f"beslut = {TEXT}", usual=f"id = {WORD}, utfall = {WORD}")
_CONFLICT_ROWS = _rows(
    f"id = {TEXT}", f"slag = {TEXT}", f"styrka = {NUMBER}", f"allvar = {WHOLE}", f"utfall = {TEXT}", f"mot = {_WORDS}",
    f"status = {TEXT}", f"dokumenterad = {NUMBER}",
    usual=f"id = {WORD}, slag = {WORD}, styrka = {_DECIMAL}, allvar = [0-9], utfall = {WORD}, mot = {_WORDS}, "
    f"status = {WORD}, dokumenterad = {_DECIMAL}",
)  # fmt: skip
_NEAREST = _rows(f"punkt = {TEXT}", f"fran = {NUMBER}", f"till = {NUMBER}", f"niva = {NUMBER}")
_ROBUSTNESS = rf"\{{ (?:samma_niva = {NUMBER}, )?(?:klass = {TEXT}, )?narmast = {_NEAREST} \}}"
_USUAL_ROWS = (
    rf"\{{ min = {_DECIMAL}, netto = {_DECIMAL}, max = {_DECIMAL} \}}",
    rf"\{{ plus = {_DECIMAL}, minus = {_DECIMAL}, punkter = {WHOLE} \}}",
    (
        rf"\{{ min = {_DECIMAL}, netto = {_DECIMAL}, max = {_DECIMAL}, plus = {_DECIMAL}, minus = {_DECIMAL}, "
        rf"svarsgrad = {_DECIMAL}, ej_relevant_andel = {_DECIMAL} \}}"
    ),
)
_TABLE = rf"((?:{_BARE} = (?:{'|'.join(_USUAL_ROWS)}|{_row(_POINTS)})\n)++)"
_TEXTS = rf"((?:{_BARE} = {ANY_TEXT}\n)++)"

TAIL = re.compile(
    r"(?:\n\[samlad_bedomning\]\n" + _line("text", ANY_TEXT)
    + _lines(rekommendation=_one_of("vidare", "vidare_med_villkor", "tank_om", "avsluta"), villkor=_WORDS)
    + _line("avvikelse_motivering", ANY_TEXT) + ")?"
    + rf"(?:\n\[samlad_bedomning\.dimension\]\n{_TEXTS})?"
    + r"(?:\n\[resultat\]\n"
    + _lines(index=_RANGE, niva=_RANGE, status=f"({TEXT})", flaggor=_WORDS, svarsgrad=NUMBER)
    + _lines(ej_relevant_effekt=NUMBER, hallplatser=_GATE_ROWS, malkonflikter=_CONFLICT_ROWS, robusthet=_ROBUSTNESS)
    + _lines(motor=ANY_TEXT, metod=WHOLE, beraknad=_MOMENT, obesvarade=WHOLE, oppna_malkonflikter=WHOLE)
    + rf"(?:\n\[resultat\.dimensioner\]\n{_TABLE})?(?:\n\[resultat\.teman\]\n{_TABLE})?"
    + rf"(?:\n\[resultat\.agenda2030\]\n{_TABLE})?)?"
    + rf"(?:\n\[\[handelse\]\]\ntidpunkt = {_MOMENT}\n" + _line("vem", ANY_TEXT) + rf"vad = {ANY_TEXT}\n)*+"
    + rf"(?:\n\[sigill\]\nvarde = {ANY_TEXT}\n" + _line("svar", ANY_TEXT) + rf"(?:\n\[sigill\.delar\]\n{_TEXTS})?)?"
    + r"(?:\n\[utdrag\]\n" + _line("ur_sigill", ANY_TEXT) + ")?"
)  # fmt: skip
"""From after the conflicts to the end. Groups: texts by dimension; index, three; level, three; state; three tables of
points; parts of the seal."""

FREE_KEY = re.compile(rf'^({_BARE}) = (?:"""\n[^"\\]*+(?:\\.[^"\\]*+)*+""")?+', re.MULTILINE)
"""The keys of a table that are free, once the table is known to be right; long texts are passed over."""

FACETS = re.compile(rf"\[svar\.fasetter\.({_BARE})\]\n((?:{_BARE} = {NUMBER}\n)++)")
PAIR = re.compile(rf"({_BARE}) = ({ANY_TEXT}|[^\n]++)\n")
NUMBERED = re.compile(rf"({_BARE}) = ({NUMBER})")
ENTRY = re.compile(TEXT)
