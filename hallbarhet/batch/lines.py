"""Re-scored records as JSON Lines: the rows of `batch.rows` as text at once, since dicts cost more than counting."""

import json
from collections.abc import Sequence
from json.encoder import encode_basestring as quoted
from typing import Any

import numpy as np
from pydantic_core import to_json

from hallbarhet.batch.arriving import Arrived
from hallbarhet.batch.claims import NO_STATE
from hallbarhet.batch.pairs import Side
from hallbarhet.batch.rows import ChangedGate, Row, told_gates, told_lost
from hallbarhet.batch.series import Counted, Series
from hallbarhet.scoring.codes import Floats
from hallbarhet.scoring.flips import FLIPS
from hallbarhet.scoring.states import STATES

_STATES = {NO_STATE: "null"} | {code: quoted(state) for code, state in enumerate(STATES)}
_FLIPS = [quoted(word) for word in FLIPS]
_TRUTHS = {False: "false", True: "true"}


def json_line(row: Row) -> str:
    """One row."""
    return f"{_json(row.machine)}\n"


def counted_lines(
    block: Arrived, side: Side, found: Counted, gates: Sequence[tuple[ChangedGate, ...]], deviates: Sequence[bool]
) -> list[str]:
    """The lines of a block counted in one way: what `json_line` makes of `rows.counted_rows`."""
    before, full = _series(block.before), _series(found.full)
    core = full if found.core is found.full else _series(found.core)
    moved = _columns([found.change, *found.parts.values()])
    change = "{" + ", ".join(f'"{name}": %s' for name in ("index", *found.parts)) + "}"
    begun = f'"alternativ": {_json(side.name)}, "jamforbarhet": "'
    recomputed = _TRUTHS[block.old is not None]
    gates_as_text = {changed: _json(told_gates(changed)) for changed in set(gates)}
    lost_as_text = {lost: _json(told_lost(lost)) for lost in set(block.lost)}
    return [
        f'{{"post": {quoted(facts.path)}, "id": {quoted(facts.id)}, {begun}{grade}", '
        f'"fore": {{{was}, "omraknad": {recomputed}}}, "karna": {{{common}}}, "full": {{{whole}}}, '
        f'"andring": {change % parts}, "omslag": {_FLIPS[flip]}, '
        f'"hallplatser_andrade": {gates_as_text[changed]}, '
        f'"svar_utan_plats": {lost_as_text[lost]}, "avvikande_resultat": {_TRUTHS[is_other]}}}\n'
        for facts, grade, was, common, whole, parts, flip, changed, lost, is_other in zip(
            block.facts, block.grades, before, core, full, zip(*moved, strict=True), found.flips.tolist(), gates,
            block.lost, deviates, strict=True,
        )
    ]  # fmt: skip


def _series(series: Series) -> list[str]:
    """Index, level and state of each record, without the braces around."""
    index = zip(*(_numbers(column) for column in series.index.T), strict=True)
    others = list(zip(*series.level.T.tolist(), series.state.tolist(), strict=True))
    told = {other: _level_and_state(*other) for other in set(others)}
    return [
        f'"index": {{"min": {low}, "netto": {central}, "max": {high}}}, {told[other]}'
        for (low, central, high), other in zip(index, others, strict=True)
    ]


def _level_and_state(least: int, level: int, most: int, state: int) -> str:
    levels = f'{{"min": {least or "null"}, "netto": {level or "null"}, "max": {most or "null"}}}'
    return f'"niva": {levels}, "status": {_STATES[state]}'


def _columns(values: Sequence[Floats]) -> list[list[str]]:
    """Columns of numbers; the same one is written once, as where a single factor moved everything."""
    first, *others = values
    told = _numbers(first)
    return [told, *(told if np.array_equal(other, first) else _numbers(other) for other in others)]


def _numbers(values: Floats) -> list[str]:
    """Numbers as `json` writes them, never minus zero; null for one that does not exist.

    pydantic-core writes them in a third of the time, and alike but for what is very small or very large.
    """
    if not values.any():
        return ["0.0"] * len(values)
    told = to_json((values + 0.0).tolist(), inf_nan_mode="null").decode().strip("[]").split(",")
    return [repr(float(number)) if "e" in number or "0.0000" in number else number for number in told]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
