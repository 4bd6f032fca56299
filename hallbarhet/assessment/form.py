"""A record's content as plain data, in the order it is written: what the file holds and the seal is taken over."""

import math
import re
from collections.abc import Iterable, Mapping
from typing import Any

from hallbarhet.assessment.model import Assessment, Header, RecordEntry
from hallbarhet.checklist.canonical import normalised
from hallbarhet.checklist.tidying import MAX_INTEGER
from hallbarhet.errors import NotSavedError
from hallbarhet.texts import records as texts


def _keys(model: type[RecordEntry]) -> tuple[str, ...]:
    return tuple(field.alias or name for name, field in model.model_fields.items())


TOP_KEYS = _keys(Assessment)
"""Tables in the order of the file; keys inside them stand as in their models."""

HEADER_KEYS = _keys(Header)

ANSWER_KEYS = (
    "punkt", "text", "status", "vem_svarar", "grad", "val", "svar", "fritext", "varde",
    "motivering", "underlag", "intern", "inaktuell", "fasetter",
)  # fmt: skip
"""One order for all kinds of answer: what was asked, what was answered, why."""

_HALF_A_CHARACTER = re.compile("[\ud800-\udfff]")

_LEFT_OUT_WHEN_EMPTY = (
    "arende",
    "svar",
    "hallplats",
    "malkonflikt",
    "samlad_bedomning",
    "resultat",
    "sokandens_svar",
    "otolkat",
    "handelse",
)


def to_data(assessment: Assessment) -> dict[str, Any]:
    """The assessment as the data of its file: keys in order, unknown ones last, nothing that only says the default.

    Text is in NFC with one kind of line end, so that the same content is the same data wherever it was typed.

    Raises:
        NotSavedError: a number is one that no record can hold.
    """
    dumped = assessment.model_dump(by_alias=True, exclude_defaults=True)
    header = assessment.header
    # written also when they say the default: a person reading the file looks for them
    dumped["format"] = assessment.format
    dumped["bedomning"] |= {"status": header.status, "skede": header.stage, "roll": header.role}
    _say_status(dumped.get("svar", ()), assessment.answers)
    _say_status(dumped.get("malkonflikt", ()), assessment.conflicts)
    dumped["bedomning"] = _ordered(dumped["bedomning"], HEADER_KEYS)
    dumped["svar"] = [_ordered(answer, ANSWER_KEYS) for answer in dumped.get("svar", ())]
    for key in _LEFT_OUT_WHEN_EMPTY:
        if not dumped.get(key):
            dumped.pop(key, None)
    return _tidy_table(_ordered(dumped, TOP_KEYS))


def _say_status(written: Iterable[dict[str, Any]], entries: Iterable[RecordEntry]) -> None:
    for table, entry in zip(written, entries, strict=True):
        status = getattr(entry, "status", None)
        if status is not None:
            table["status"] = status


def _ordered(table: Mapping[str, Any], order: Iterable[str]) -> dict[str, Any]:
    """The table with known keys in their order and the others after, as they stood."""
    return {key: table[key] for key in dict.fromkeys((*order, *table)) if key in table}


def _tidy_table(table: Mapping[str, Any]) -> dict[str, Any]:
    return {_tidy_text(str(key)): _tidy(value, key) for key, value in table.items() if value is not None}


def _tidy(value: Any, key: str) -> Any:
    match value:
        case str():
            return _tidy_text(value)
        case Mapping():
            return _tidy_table(value)
        case list() | tuple():
            return [_tidy(entry, key) for entry in value if entry is not None]
        case int() if abs(value) > MAX_INTEGER:
            raise NotSavedError(texts.number_cannot_be_saved(key))
        case float() if not math.isfinite(value):
            raise NotSavedError(texts.number_cannot_be_saved(key))
        case _:
            return value


def _tidy_text(text: str) -> str:
    if text.isascii() and "\r" not in text:
        return text
    # half a character, as from a broken paste, cannot be stored as UTF-8
    return normalised(_HALF_A_CHARACTER.sub("\ufffd", text))
