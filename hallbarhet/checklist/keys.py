"""Which keys a model knows at a place in some data, and which place a validation error is about."""

import re
import types
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from hallbarhet.checklist.problems import Path

_LABEL = re.compile(
    r"(?:int|float|str|bool|date|datetime|time|none|\[key\]|(?:function|constrained|lax|nullable|is-instance)-.*"
    r"|(?:tuple|literal|union|list|dict|nullable|model)\[.*)"
)
"""What pydantic puts into a location for a branch of a union; no key of ours looks so."""


def path_of(location: tuple[str | int, ...], data: Any) -> Path:
    """The way through the data that a validation error's location means, without names of branches.

    A branch may be called like a key (`alla` inside `alla`), so readings that fit the data are tried, longest first.
    """
    steps = tuple(step for step in location if not (isinstance(step, str) and _LABEL.fullmatch(step)))
    return _fitting(steps, data, {}) or steps


def _fitting(steps: Path, data: Any, known: dict[tuple[int, int], Path | None]) -> Path | None:
    if not steps:
        return ()
    at = (len(steps), id(data))
    if at not in known:
        taken = _taken(steps, data, known)
        known[at] = taken if taken is not None else (_fitting(steps[1:], data, known) if len(steps) > 1 else None)
    return known[at]


def _taken(steps: Path, data: Any, known: dict[tuple[int, int], Path | None]) -> Path | None:
    step, rest = steps[0], steps[1:]
    inside = isinstance(data, Mapping) if isinstance(step, str) else isinstance(data, list | tuple)
    if inside and not rest:
        return (step,)
    there = value_at(data, (step,))
    following = None if there is None else _fitting(rest, there, known)
    return None if following is None else (step, *following)


def value_at(data: Any, path: Path) -> Any:
    """The value a path leads to, or None where there is none."""
    for step in path:
        if isinstance(data, Mapping) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, list | tuple) and isinstance(step, int) and 0 <= step < len(data):
            data = data[step]
        else:
            return None
    return data


def keys_at(model: type[BaseModel], path: Path, table: Mapping[str, Any]) -> tuple[str, ...]:
    """The keys that may stand in the table at a path, in the model's order; of a union, the likeliest branch's."""
    annotations: list[Any] = [model]
    for step in path:
        annotations = [inner for annotation in annotations for inner in _inner(annotation, step)]
    models = [plain for annotation in annotations for plain in _plain(annotation) if _is_model(plain)]
    known = [tuple(_aliases(candidate)) for candidate in models]
    return max(known, key=lambda keys: sum(key in table for key in keys), default=())


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _aliases(model: type[BaseModel]) -> Iterator[str]:
    return (field.alias or name for name, field in model.model_fields.items())


def _plain(annotation: Any) -> Iterator[Any]:
    """An annotation without what is written around it; the branches of a union one by one."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _plain(get_args(annotation)[0])
    elif origin in {Union, types.UnionType}:
        for branch in get_args(annotation):
            yield from _plain(branch)
    else:
        yield annotation


def _inner(annotation: Any, step: str | int) -> Iterator[Any]:
    for plain in _plain(annotation):
        origin, arguments = get_origin(plain), get_args(plain)
        if isinstance(step, int) and origin in {tuple, list} and arguments:
            yield arguments[0]
        elif isinstance(step, str) and origin is dict:
            yield arguments[1]
        elif isinstance(step, str) and _is_model(plain):
            for name, field in plain.model_fields.items():
                if (field.alias or name) == step:
                    yield field.annotation
