"""What is told of a record beside its answers: who and what it is about, and the result that it claims."""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

Three = tuple[float | None, float | None, float | None]
"""Lowest, central and highest."""

Claim = tuple[Three, Three, str]
"""A result as a record claims it: index, level and state; None, or no words, for what it does not say."""

NO_CLAIM: Final[Claim] = ((None, None, None), (None, None, None), "")


class Facts(NamedTuple):
    """The facts of one record. A named tuple, since one is made of every record that is read or remembered."""

    path: str
    id: str
    diary_number: str
    title: str
    support_form: str
    status: str
    amount: float | None
    """Kronor applied for."""
    applied_on: str
    """The date as it is written, empty where there is none; so too below."""
    decided_on: str
    checklist: str
    version: str
    fingerprint: str
    claim: Claim
    is_slow: bool = False


def facts_of(path: str, data: Mapping[str, Any], *, is_slow: bool = False) -> Facts:
    """The facts of a record that was found right."""
    checklist, stored = data["checklista"], data.get("resultat", {})
    state = stored.get("status")
    claim = _three(stored.get("index")), _three(stored.get("niva")), state if isinstance(state, str) else ""
    used = (checklist["id"], checklist["version"], checklist["fingeravtryck"])
    return facts_with(path, data["bedomning"], data.get("arende", {}), used, claim)._replace(is_slow=is_slow)


def facts_with(
    path: str, header: Mapping[str, Any], case: Mapping[str, Any], checklist: tuple[str, str, str], claim: Claim
) -> Facts:
    """The facts from the parts of a record; `checklist` is its id, version and fingerprint."""
    return Facts(
        path,
        header["id"],
        case.get("diarienummer", ""),
        case.get("rubrik", ""),
        case.get("stodform", ""),
        header.get("status", "utkast"),
        case.get("sokt_belopp"),
        _day(case.get("ansokan_datum")),
        _day(case.get("beslut_datum")),
        *checklist,
        claim,
    )


def _day(value: Any) -> str:
    return "" if value is None else str(value.isoformat())


def _three(table: Any) -> Three:
    """The numbers of a range in a stored result, which nobody has checked."""
    words = table if isinstance(table, Mapping) else {}
    low, central, high = (_number(words.get(key)) for key in ("min", "netto", "max"))
    return low, central, high


def _number(value: Any) -> float | None:
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None
