"""What is told of a record beside its answers: who and what it is about."""

from collections.abc import Mapping
from typing import Any, NamedTuple


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
    is_slow: bool = False


def facts_of(path: str, data: Mapping[str, Any], *, is_slow: bool = False) -> Facts:
    """The facts of a record that was found right."""
    checklist = data["checklista"]
    used = (checklist["id"], checklist["version"], checklist["fingeravtryck"])
    return facts_with(path, data["bedomning"], data.get("arende", {}), used)._replace(is_slow=is_slow)


def facts_with(path: str, header: Mapping[str, Any], case: Mapping[str, Any], checklist: tuple[str, str, str]) -> Facts:
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
    )


def _day(value: Any) -> str:
    return "" if value is None else str(value.isoformat())
