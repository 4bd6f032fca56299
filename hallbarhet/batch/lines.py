"""Re-scored records as JSON Lines: the rows of `batch.rows` as text at once, since dicts cost more than counting."""

import json
from collections.abc import Sequence
from json.encoder import encode_basestring as quoted
from typing import Any

from hallbarhet.batch.arriving import Arrived, Lost
from hallbarhet.batch.pairs import Side
from hallbarhet.batch.rows import ChangedGate, Row
from hallbarhet.batch.series import NO_STATE, Counted, Series
from hallbarhet.scoring.flips import FLIPS
from hallbarhet.scoring.states import STATES

_STATES = {NO_STATE: "null"} | {code: quoted(state) for code, state in enumerate(STATES)}
_FLIPS = [quoted(word) for word in FLIPS]
_TRUTHS = {False: "false", True: "true"}


def json_line(row: Row) -> str:
    """One row."""
    return f"{_json(row.machine)}\n"


def counted_lines(
    block: Arrived, side: Side, found: Counted, gates: Sequence[Sequence[ChangedGate]], deviates: Sequence[bool]
) -> list[str]:
    """The lines of a block counted in one way: what `json_line` makes of `rows.counted_rows`."""
    before, full = _series(block.before), _series(found.full)
    core = full if found.core is found.full else _series(found.core)
    names = ("index", *found.parts)
    change = zip(
        *([_number(value) for value in part.tolist()] for part in (found.change, *found.parts.values())), strict=True
    )
    begun = f'"alternativ": {_json(side.name)}, "jamforbarhet": "'
    recomputed = _TRUTHS[block.old is not None]
    lost_as_text: dict[Lost, str] = {}
    lines = []
    for facts, grade, was, common, whole, moved, flip, changed, lost, is_other in zip(
        block.facts, block.grades, before, core, full, change, found.flips.tolist(), gates, block.lost, deviates,
        strict=True,
    ):  # fmt: skip
        if lost not in lost_as_text:
            lost_as_text[lost] = _json([{"punkt": item, "orsak": cause} for item, cause in lost])
        parts = ", ".join([f'"{name}": {part}' for name, part in zip(names, moved, strict=True)])
        lines.append(
            f'{{"post": {quoted(facts.path)}, "id": {quoted(facts.id)}, {begun}{grade}", '
            f'"fore": {{{was}, "omraknad": {recomputed}}}, "karna": {{{common}}}, "full": {{{whole}}}, '
            f'"andring": {{{parts}}}, "omslag": {_FLIPS[flip]}, '
            f'"hallplatser_andrade": {_json(list(changed)) if changed else "[]"}, '
            f'"svar_utan_plats": {lost_as_text[lost]}, "avvikande_resultat": {_TRUTHS[is_other]}}}\n'
        )
    return lines


def _series(series: Series) -> list[str]:
    """Index, level and state of each record, without the braces around."""
    columns = zip(series.index.tolist(), series.level.tolist(), series.state.tolist(), strict=True)
    return [
        f'"index": {_range(low, central, high)}, '
        f'"niva": {{"min": {least or "null"}, "netto": {level or "null"}, "max": {most or "null"}}}, '
        f'"status": {_STATES[state]}'
        for (low, central, high), (least, level, most), state in columns
    ]


def _range(low: float, central: float, high: float) -> str:
    told = _number(low)
    # most ranges are one number, and numbers are what takes time
    others = (told, told) if low == central == high else (_number(central), _number(high))
    return f'{{"min": {told}, "netto": {others[0]}, "max": {others[1]}}}'


def _number(value: float) -> str:
    """A number as it is written, never minus zero; null for one that does not exist."""
    return "null" if value != value else repr(value + 0.0)  # noqa: PLR0124  (what is not a number is not itself)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
