"""What is said of the records so far, as JSON and back, to the letter."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, Final

from hallbarhet.batch.alternatives import Alternative
from hallbarhet.batch.fates import Fate
from hallbarhet.batch.reading import RecordFault
from hallbarhet.batch.whole import Largest, Summary, Tried, Unread, Whole

_KINDS: Final[Mapping[str, type]] = {
    kind.__name__: kind for kind in (Whole, Summary, Alternative, Largest, Tried, Unread, Fate, RecordFault)
}

_TUPLE, _MAPPING, _BYTES, _KIND, _FIELDS = "t", "m", "b", "k", "f"


def frozen(value: Any) -> Any:
    """The value as JSON data. Raises TypeError for what has no place in a whole."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, bytes):
        return {_BYTES: value.hex()}
    if isinstance(value, tuple):
        return {_TUPLE: [frozen(entry) for entry in value]}
    if isinstance(value, Mapping):
        return {_MAPPING: [[frozen(key), frozen(entry)] for key, entry in value.items()]}
    if is_dataclass(value) and type(value) is _KINDS.get(type(value).__name__):
        return {
            _KIND: type(value).__name__,
            _FIELDS: {entry.name: frozen(getattr(value, entry.name)) for entry in fields(value)},
        }
    raise TypeError(type(value).__name__)


def thawed(data: Any) -> Any:
    """What `frozen` was given. Raises ValueError, TypeError or KeyError for data that it did not make."""
    if not isinstance(data, dict):
        return data
    if _KIND in data:
        return _KINDS[data[_KIND]](**{name: thawed(entry) for name, entry in data[_FIELDS].items()})
    if _MAPPING in data:
        return {thawed(key): thawed(entry) for key, entry in data[_MAPPING]}
    if _TUPLE in data:
        return tuple(thawed(entry) for entry in data[_TUPLE])
    return bytes.fromhex(data[_BYTES])


def whole_of_state(data: Any) -> Whole:
    """The whole that was put aside. Raises ValueError, TypeError or KeyError."""
    found = thawed(data)
    if not isinstance(found, Whole):
        raise TypeError(type(found).__name__)
    return found
