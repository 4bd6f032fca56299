"""What is wrong in a file: which fault, where it stands, what it is about and what to write instead."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from hallbarhet.texts import problems as texts

Severity = Literal["fel", "varning", "tips"]
Path = tuple[str | int, ...]
"""The way to a value through tables (keys) and lists (positions from 0): `("avsnitt", 2, "punkt", 5, "skala")`."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of fault. Its code is stable, so that a handbook and a script can name it."""

    code: str
    severity: Severity = "fel"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong in some data, before anybody has looked up on which line it stands."""

    kind: Kind
    path: Path
    message: str
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a file, ready to be told."""

    code: str
    severity: Severity
    file: str
    line: int | None
    place: str
    message: str
    suggestion: str = ""

    @property
    def sentence(self) -> str:
        """One line for a person: `grund.toml:41 punkt klimat-utslapp: dimension "miljö" finns inte. …`."""
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        head = f"{where} {self.place}" if self.place else where
        return " ".join(part for part in (f"{head}:", self.message, self.suggestion) if part)

    @property
    def row(self) -> dict[str, str | int | None]:
        """The same for a machine: one line of `granska --json`."""
        return {
            "kod": self.code,
            "allvar": self.severity,
            "fil": self.file,
            "rad": self.line,
            "plats": self.place,
            "text": self.message,
            "forslag": self.suggestion,
        }


def in_file_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems as they stand in their file, those without a line first, each told once."""
    unique = list(dict.fromkeys(problems))
    files = {problem.file: number for number, problem in reversed(list(enumerate(unique)))}
    return sorted(unique, key=lambda problem: (files[problem.file], problem.line or 0))


def faults(problems: Iterable[Problem]) -> list[Problem]:
    """Those that keep a file from being used."""
    return [problem for problem in problems if problem.severity == "fel"]


_NAMED_BY = ("id", "punkt", "namn", "titel", "till", "fran")
"""What an entry may call itself by, most telling first."""


def _own_name(key: str, entry: Any, position: int) -> str:
    if isinstance(entry, Mapping):
        own = entry.get({"grader": "grad", "niva": "niva"}.get(key, "id"))
        names = [own, *(entry.get(name) for name in _NAMED_BY)]
        for name in names:
            if isinstance(name, str | int | float) and not isinstance(name, bool) and name != "":
                return texts.shortened(str(name))
    return texts.by_number(position + 1)


_INSIDE: dict[str, frozenset[str]] = {"avsnitt": frozenset({"punkt"})}
"""Lists whose name is left out when the path goes on into another: a question is known without its part."""

_UNTOLD = frozenset({"alla", "minst_en", "av", "bland"})
"""Lists inside a condition: the line tells which, a number in words would not."""


def place(path: Path, data: Any) -> str:
    """Where a path leads, in words: `punkt klimat-utslapp`, `skala paverkan5, grad 2`, `regler, konflikt`."""
    words: list[str] = []
    value = data
    for position, step in enumerate(path):
        value = _inside(value, step)
        rest = path[position + 1 :]
        if not isinstance(value, Mapping):
            continue
        if isinstance(step, str):
            words.extend([texts.noun(step)] if rest else [])
            continue
        key = str(path[position - 1]) if position else ""
        passed_through = len(rest) > 1 and rest[0] in _INSIDE.get(key, ())
        if key not in _UNTOLD and not passed_through:
            words.append(f"{texts.noun(key)} {_own_name(key, value, step)}")
    return ", ".join(words)


def _inside(value: Any, step: str | int) -> Any:
    if isinstance(value, Mapping) and isinstance(step, str):
        return value.get(step)
    if isinstance(value, list | tuple) and isinstance(step, int) and 0 <= step < len(value):
        return value[step]
    return None
