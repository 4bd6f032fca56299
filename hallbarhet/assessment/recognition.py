"""Whether some TOML data is a record of a kind this version reads. Imports nothing slow: the start list asks too."""

from collections.abc import Mapping
from typing import Any

from hallbarhet.checklist import kinds
from hallbarhet.checklist.problems import Finding, Kind
from hallbarhet.texts import records as texts

RECORD_FORMAT = 1
"""The number of the file format this version reads and writes."""

LEFT_OUT = "utelämnat"
"""Stands in a redacted extract for every text that was left out."""

NEWER_FORMAT = Kind("P401")
NOT_A_RECORD = Kind("P402")


def table_in(data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """A table of a file that nobody has checked; empty where something else stands there."""
    value = data.get(key)
    return value if isinstance(value, Mapping) else {}


def words_in(table: Mapping[str, Any], key: str) -> str:
    """A text of a file that nobody has checked; empty where something else stands there."""
    value = table.get(key)
    return value if isinstance(value, str) else ""


def not_a_record(data: Mapping[str, Any]) -> Finding | None:
    """Why some data is not a record of a kind that this version reads, if it is not. One reason mutes all others."""
    number = data.get("format", RECORD_FORMAT)
    if type(number) is int and number > RECORD_FORMAT:
        return Finding(NEWER_FORMAT, ("format",), texts.newer_format(number, RECORD_FORMAT))
    if "bedomning" in data:
        is_right = type(number) is int and number == RECORD_FORMAT
        return None if is_right else Finding(kinds.WRONG_TYPE, ("format",), texts.FORMAT_NOT_A_NUMBER)
    if "avsnitt" in data or "dimension" in data:
        return Finding(NOT_A_RECORD, (), texts.IS_A_CHECKLIST)
    return Finding(NOT_A_RECORD, (), texts.IS_NOT_A_RECORD)
