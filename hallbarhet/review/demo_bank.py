"""Sentences and facts that invented cases are put together from: read from `bank/`, one file per checklist."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from hallbarhet.checklist.entry import Number
from hallbarhet.checklist.model import Checklist

_FOLDER = Path(__file__).parent / "bank"
_COMMON = "gemensam"
_NUMBERS = {"n": (2, 10, 1), "h": (8, 61, 1), "m": (40, 400, 5), "p": (22, 65, 1), "s": (2, 15, 1), "b": (1, 10, 1)}
"""From, below and step of the numbers that a sentence may leave open."""


@dataclass(frozen=True)
class Span:
    """What a number may be in an invented answer."""

    steps: tuple[int, int, int]
    """From, below and step."""
    more_is_better: bool
    """Whether a good answer means a higher number, as with jobs, or a lower one, as with emissions."""


@dataclass(frozen=True)
class Bank:
    """What can be said and invented for one checklist."""

    own: Mapping[str, Any]
    common: Mapping[str, Any]

    def facts(self, key: str) -> Sequence[Any]:
        """Alternatives for a fact of the case; empty where this checklist has none."""
        found: Sequence[Any] = self.own.get(key, self.common.get(key, ()))
        return found

    def about(self, item_id: str, way: str) -> Sequence[str]:
        """Sentences for one question that say one thing: plus, minus, noll or ej."""
        own: Sequence[str] = _several(self.own.get("fragor", {}).get(item_id, {}).get(way))
        return own or self.common["allmant"].get(way, ())

    def about_grade(self, item_id: str, way: str, grade: Number) -> Sequence[str]:
        """Sentences for one answer: those for its very grade where there are any, otherwise those for its way."""
        return _several(self.own.get("fragor", {}).get(item_id, {}).get(f"grad{grade}")) or self.about(item_id, way)

    def who_knows(self, item_id: str) -> Sequence[str]:
        """Who can answer a question when the officer cannot."""
        return _several(self.own.get("fragor", {}).get(item_id, {}).get("vem")) or self.common["vem"]

    def knows(self, item_id: str, way: str) -> bool:
        """Whether there is a sentence made for this question."""
        return bool(self.own.get("fragor", {}).get(item_id, {}).get(way))

    def span(self, item_id: str) -> Span | None:
        """What a number is likely to be; nothing where the bank does not say."""
        found = self.own.get("tal", {}).get(item_id)
        if found is None:
            return None
        return Span((found["fran"], found["till"], found["steg"]), found.get("mer_ar_bra", False))

    def conflict(self, rule_id: str) -> Sequence[str]:
        """Reasons for how a goal conflict was handled."""
        return _several(self.own.get("konflikter", {}).get(rule_id)) or self.common["malkonflikt"]["motivering"]

    def at_gate(self, gate_id: str, question: int) -> Sequence[str]:
        """Answers to one question of a gate, for a case that goes on."""
        own: Sequence[Sequence[str]] = self.own.get("hallplatser", {}).get(gate_id, ())
        return own[question] if question < len(own) else self.of("hallplats", "svar")

    def of(self, table: str, key: str) -> Sequence[str]:
        """Sentences that fit any checklist."""
        found: Sequence[str] = self.common[table][key]
        return found


@dataclass(frozen=True)
class Teller:
    """Picks sentences at random and fills in the places and numbers of one case."""

    rng: Random
    names: Mapping[str, str] = field(default_factory=dict)

    def one(self, sentences: Sequence[str]) -> str:
        """One of some sentences, filled in."""
        return self.fill(self.rng.choice(sentences))

    def fill(self, sentence: str) -> str:
        """A sentence with its gaps filled: n a few, h dozens, m hundreds, p per cent, s a page, b an appendix."""
        return sentence.format_map(_Gaps(self.rng, self.names)) if "{" in sentence else sentence


class _Gaps(dict[str, str]):
    """What stands in a gap; a number is drawn only for a gap that is there."""

    def __init__(self, rng: Random, names: Mapping[str, str]) -> None:
        super().__init__(names)
        self._rng = rng

    def __missing__(self, gap: str) -> str:
        low, high, step = _NUMBERS[gap]
        return str(self._rng.randrange(low, high, step))


def bank_for(checklist: Checklist) -> Bank:
    """The bank of a checklist over those of what it was built on; without any only what fits any checklist."""
    own: dict[str, Any] = {}
    for id_ in (*(origin.id for origin in reversed(checklist.origins)), checklist.header.id):
        bank = _read(id_)
        if "rubriker" in bank:
            own.pop("val", None)  # choices go with the titles
        for key, found in bank.items():
            own[key] = {**own.get(key, {}), **found} if isinstance(found, dict) else found
    return Bank(own, _read(_COMMON))


@cache
def _read(name: str) -> dict[str, Any]:
    path = _FOLDER / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def _several(found: Any) -> Sequence[str]:
    """A single sentence as a list of one."""
    if found is None:
        return ()
    return (found,) if isinstance(found, str) else tuple(found)
