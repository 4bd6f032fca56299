"""Whether data has the keys and values a model asks for; if not, every fault in plain words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from hallbarhet.checklist import kinds
from hallbarhet.checklist.keys import keys_at, path_of, value_at
from hallbarhet.checklist.nearest import advice, folded, nearest
from hallbarhet.checklist.problems import Finding, Path
from hallbarhet.texts import problems as texts

M = TypeVar("M", bound=BaseModel)

MAX_FAULTS = 300
"""More than anybody reads; past this the reader is told that there are more."""


def parsed(model: type[M], data: Mapping[str, Any]) -> tuple[M | None, list[Finding]]:
    """The data as a model, or None and why not."""
    try:
        return model.model_validate(data, by_alias=True, by_name=False), []
    except ValidationError as error:
        return None, findings(error, model, data)


def unknown_keys(entry: BaseModel, path: Path = ()) -> Iterator[Finding]:
    """The keys that a model which keeps unknown ones (a record) has kept, with what was probably meant."""
    known = [field.alias or name for name, field in type(entry).model_fields.items()]
    for key in entry.model_extra or {}:
        yield Finding(kinds.UNKNOWN_KEY_KEPT, (*path, key), texts.unknown_key(key), advice(key, known))
    for name, field in type(entry).model_fields.items():
        yield from _inside(getattr(entry, name), (*path, field.alias or name))


def _inside(value: Any, path: Path) -> Iterator[Finding]:
    if isinstance(value, BaseModel):
        yield from unknown_keys(value, path)
    elif isinstance(value, tuple):
        for position, part in enumerate(value):
            yield from _inside(part, (*path, position))
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _inside(part, (*path, key))


def findings(error: ValidationError, model: type[BaseModel], data: Mapping[str, Any]) -> list[Finding]:
    """Every fault once: one finding per place, and none that only follows from another."""
    errors = error.errors(include_url=False, include_context=True, include_input=True)
    grouped: dict[Path, list[ErrorDetails]] = {}
    for one in errors[:MAX_FAULTS]:
        grouped.setdefault(path_of(one["loc"], data), []).append(one)
    unknown = {path for path, group in grouped.items() if _types(group) & {"extra_forbidden"}}
    missing = [path for path, group in grouped.items() if _types(group) == {"missing"}]
    told: list[Finding] = []
    explained: set[Path] = set()
    for path in unknown:
        finding, meant = _unknown(path, model, data, [other for other in missing if other not in explained])
        explained.add(meant)
        told.append(finding)
    for path, group in grouped.items():
        if path in unknown or path in explained or _is_noise(path, grouped):
            continue
        told.append(_finding(path, group, data))
    if len(errors) > MAX_FAULTS:
        told.append(Finding(kinds.TOO_MANY, (), texts.TOO_MANY))
    return told


def _types(group: Iterable[ErrorDetails]) -> set[str]:
    return {one["type"] for one in group}


def _is_noise(path: Path, grouped: Mapping[Path, list[ErrorDetails]]) -> bool:
    """Whether something deeper explains it: the other branches of a union complain about the whole value."""
    return any(len(other) > len(path) and other[: len(path)] == path for other in grouped)


def _unknown(
    path: Path, model: type[BaseModel], data: Mapping[str, Any], missing: Iterable[Path]
) -> tuple[Finding, Path]:
    """An unknown key, and the path of the key that was meant: a slip of the finger is told once, not twice."""
    key, table = str(path[-1]), value_at(data, path[:-1])
    known = keys_at(model, path[:-1], table if isinstance(table, Mapping) else {})
    free = [word for word in known if not (isinstance(table, Mapping) and word in table)]
    absent = [str(other[-1]) for other in missing if other[:-1] == path[:-1]]
    meant = nearest(key, absent) or nearest(key, free) or (absent[0] if len(absent) == 1 else None)
    suggestion = texts.did_you_mean(meant) if meant else advice(key, known)
    finding = Finding(kinds.UNKNOWN_KEY, path, texts.unknown_key(texts.shortened(key)), suggestion)
    return finding, (*path[:-1], meant or "")


_EXPECTED = {
    "int_type": texts.NUMBER, "float_type": texts.NUMBER, "string_type": texts.TEXT, "bool_type": texts.TRUTH,
    "date_type": texts.DATE, "date_parsing": texts.DATE, "date_from_datetime_parsing": texts.DATE,
    "date_from_datetime_inexact": texts.DATE, "datetime_type": texts.MOMENT, "datetime_parsing": texts.MOMENT,
    "datetime_from_date_parsing": texts.MOMENT, "datetime_object_invalid": texts.MOMENT, "time_type": texts.MOMENT,
    "tuple_type": texts.LIST, "list_type": texts.LIST, "dict_type": texts.TABLE, "model_type": texts.TABLE,
    "model_attributes_type": texts.TABLE, "int_parsing": texts.WHOLE_NUMBER, "int_from_float": texts.WHOLE_NUMBER,
    "float_parsing": texts.NUMBER, "bool_parsing": texts.TRUTH,
}  # fmt: skip

_BOUNDS = {
    "greater_than_equal": ("ge", texts.at_least),
    "less_than_equal": ("le", texts.at_most),
    "greater_than": ("gt", texts.above),
    "trifle": ("ge", texts.nothing_or_at_least),
    "less_than": ("lt", texts.below),
}

_LENGTHS = {
    "too_short": ("min_length", texts.too_few),
    "too_long": ("max_length", texts.too_many),
    "string_too_short": ("min_length", texts.text_too_short),
    "string_too_long": ("max_length", texts.text_too_long),
}

_UNTOLD_TAGS = {
    "_kind()": (texts.unknown_condition, texts.CONDITION_KEYS),
    "_answer_kind()": (texts.unknown_answer, texts.ANSWER_KEYS),
}


def _finding(path: Path, group: list[ErrorDetails], data: Mapping[str, Any]) -> Finding:
    subject = _subject(path)
    error = group[0]
    kind, context = error["type"], error.get("ctx", {})
    if kind == "missing":
        return Finding(kinds.MISSING, path, texts.missing(_key(path)))
    if kind in {"union_tag_not_found", "union_tag_invalid"}:
        untold, suggestion = _UNTOLD_TAGS.get(str(context.get("discriminator")), (texts.unusable, ""))
        return Finding(kinds.UNKNOWN_CONDITION, path, untold(subject), suggestion)
    if kind in _BOUNDS:
        name, sentence = _BOUNDS[kind]
        return Finding(kinds.OUT_OF_BOUNDS, path, sentence(subject, context[name]))
    if kind in _LENGTHS:
        name, length = _LENGTHS[kind]
        return Finding(kinds.WRONG_LENGTH, path, length(subject, context[name]))
    if kind == "string_pattern_mismatch":
        return _wrong_form(path, str(context["pattern"]), str(error["input"]))
    if kind == "value_error":
        return Finding(kinds.OUT_OF_BOUNDS, path, texts.number_not_finite(_key(path)))
    if _types(group) == {"literal_error"}:
        return _not_allowed(path, error)
    if any(one["type"] in _EXPECTED for one in group):
        return _wrong_type(path, group, value_at(data, path))
    return Finding(kinds.WRONG_FORM, path, texts.unusable(subject))


def _key(path: Path) -> str:
    return next((texts.shortened(step) for step in reversed(path) if isinstance(step, str)), "")


def _subject(path: Path) -> str:
    if path and isinstance(path[-1], int):
        return texts.element(_key(path), path[-1] + 1)
    return texts.named(_key(path))


def _wrong_form(path: Path, pattern: str, value: str) -> Finding:
    if pattern.startswith("^[A-Za-z0-9]["):
        tidy = re.sub(r"[^a-z0-9_-]+", "-", folded(value).lower()).strip("-")[:64]
        suggestion = texts.did_you_mean(tidy) if tidy and tidy != value else ""
        return Finding(kinds.BAD_ID, path, texts.bad_id(_subject(path), texts.shortened(value)), suggestion)
    if _key(path) == "version":
        return Finding(kinds.WRONG_FORM, path, texts.bad_version(_subject(path)))
    return Finding(kinds.WRONG_FORM, path, texts.wrong_form(_subject(path)))


def _literals(error: ErrorDetails) -> list[str]:
    expected = str(error.get("ctx", {}).get("expected", ""))
    return [text or number for text, number in re.findall(r"'([^']*)'|(-?\d+)", expected)]


def _not_allowed(path: Path, error: ErrorDetails) -> Finding:
    choices, value = _literals(error), error["input"]
    near = nearest(value, choices) if isinstance(value, str) else None
    suggestion = texts.did_you_mean(near) if near else texts.should_be_one_of(choices)
    message = texts.not_allowed(_subject(path), texts.shortened(str(value)))
    return Finding(kinds.NOT_ALLOWED, path, message, suggestion)


def _wrong_type(path: Path, group: list[ErrorDetails], value: Any) -> Finding:
    subject, key = _subject(path), _key(path)
    expected = [_EXPECTED[one["type"]] for one in group if one["type"] in _EXPECTED]
    if _types(group) == {"int_type"}:
        expected = [texts.WHOLE_NUMBER]
    choices = [f'"{word}"' for one in group if one["type"] == "literal_error" for word in _literals(one)]
    wanted = list(dict.fromkeys([*choices, *expected]))
    if wanted == [texts.LIST] and isinstance(value, Mapping):
        return Finding(kinds.WRONG_TYPE, path, texts.write_list_header(key))
    if wanted == [texts.TABLE] and isinstance(value, list):
        return Finding(kinds.WRONG_TYPE, path, texts.write_table_header(key))
    message = texts.should_be(subject, wanted)
    if isinstance(value, str) and wanted[0] in {texts.NUMBER, texts.WHOLE_NUMBER, texts.TRUTH, texts.DATE}:
        message += texts.WITHOUT_QUOTES
    return Finding(kinds.WRONG_TYPE, path, f"{message}.", _written(path, key, wanted, value))


def _written(path: Path, key: str, wanted: list[str], value: Any) -> str:
    """The line as it should be, where that is plain."""
    if not path or isinstance(path[-1], int):
        return ""
    if texts.TEXT in wanted and isinstance(value, int | float) and not isinstance(value, bool):
        return texts.write_as(key, f'"{value}"')
    if wanted == [texts.LIST] and isinstance(value, str):
        return texts.write_as(key, f'["{texts.shortened(value)}"]')
    if isinstance(value, str) and wanted[0] in {texts.NUMBER, texts.WHOLE_NUMBER}:
        number = value.strip().replace(",", ".")
        return texts.write_as(key, number) if re.fullmatch(r"-?\d+(\.\d+)?", number) else ""
    return ""
