"""One goal conflict: what stands against what, who wins and loses, and how it is settled."""

from hallbarhet.assessment.conflicts import conflict_title
from hallbarhet.assessment.model import ConflictHandling
from hallbarhet.assessment.shown.caseform import UnreadableError, read_date
from hallbarhet.assessment.shown.opposition import opposition
from hallbarhet.linemode.desk import Desk
from hallbarhet.scoring.outcome import ConflictOutcome
from hallbarhet.texts import conflicts as words_of
from hallbarhet.texts import linemode as texts
from hallbarhet.texts import tui_conflicts as conflict_texts

ATTRIBUTES = {
    "motivering": "rationale", "atgard": "action", "vinner": "winner", "forlorar": "loser", "var": "where",
    "nar": "when", "ansvarig": "responsible", "uppfoljning": "follow_up", "uppfoljning_datum": "follow_up_on",
    "beslutsfattare": "decided_by",
}  # fmt: skip
"""The fields in the order they are asked for, and what they are called in code."""

LONG = ("motivering", "atgard")
DATE = "uppfoljning_datum"
STATUSES = tuple(words_of.STATUSES)


def ask_conflict(desk: Desk, id_: str) -> None:
    """Show it, ask how it is handled, then for the words that belong to that."""
    desk.help = texts.CONFLICT_HELP
    desk.say("\n", *_shown(desk, id_))
    own = _handling(desk, id_).own
    if own and not _ask_severity(desk, id_):
        return
    _ask_status(desk, id_)
    if _handling(desk, id_).status == "oppen":
        return
    for key in ATTRIBUTES:
        if key == DATE:
            _ask_date(desk, id_)
        else:
            _ask_field(desk, id_, key)
    left = [key for key in ATTRIBUTES if key in _required(desk, id_) and not _value(desk, id_, key)]
    desk.say(conflict_texts.required_left(left) if left else conflict_texts.NOTHING_LEFT)


def _found(desk: Desk, id_: str) -> ConflictOutcome | None:
    return next((entry for entry in desk.session.outcome.conflicts if entry.id == id_), None)


def _handling(desk: Desk, id_: str) -> ConflictHandling:
    return desk.session.assessment.conflict_by_id.get(id_) or ConflictHandling(id=id_)


def _handle(desk: Desk, id_: str, **fields: object) -> None:
    desk.session.handle(_handling(desk, id_).model_copy(update=fields))


def _required(desk: Desk, id_: str) -> tuple[str, ...]:
    found = _found(desk, id_)
    return tuple(found.required) if found is not None else ()


def _value(desk: Desk, id_: str, key: str) -> str:
    value = getattr(_handling(desk, id_), ATTRIBUTES[key])
    if value is None:
        return ""
    return str(value.isoformat()) if key == DATE else str(value)


def _shown(desk: Desk, id_: str) -> list[str]:
    found, handling = _found(desk, id_), _handling(desk, id_)
    rule = desk.session.checklist.rule_by_id.get(id_)
    is_named = handling.own or found is None
    lines = [handling.title if is_named or found is None else conflict_title(desk.session.checklist, found)]
    severity = found.severity if found is not None else handling.severity
    if severity in words_of.SEVERITIES:
        lines.append(f"{conflict_texts.SEVERITY}: {words_of.SEVERITIES[severity]}")
    kind = words_of.KINDS.get(found.kind if found is not None else handling.kind, "")
    sides = opposition(desk.session, found, handling.against)
    lines.append(kind[:1].upper() + kind[1:])
    if sides:
        lines += [f"{conflict_texts.AGAINST}:", *(f"  {side}" for side in sides)]
    if rule is not None and rule.to_settle:
        lines.append(f"{conflict_texts.TO_SETTLE}: {rule.to_settle}")
    if rule is not None and rule.proposal:
        lines.append(f"{conflict_texts.PROPOSAL}: {rule.proposal}")
    return [line for line in lines if line]


def _ask_severity(desk: Desk, id_: str) -> bool:
    """How severe an own conflict is; False when it was taken away instead."""
    desk.say(conflict_texts.OWN_SEVERITY)
    desk.say(*(texts.numbered(level, name) for level, name in words_of.SEVERITIES.items()))
    while True:
        words = desk.ask_or_keep(texts.ANSWER, f"{texts.SEVERITY_HINT} {texts.WITHDRAW_HINT}")
        if not words:
            return True
        if words.lower() in texts.WITHDRAW:
            desk.change(lambda: desk.session.withdraw(id_), conflict_texts.WITHDRAWN)
            return False
        if words in {"1", "2", "3", "4"}:
            desk.change(lambda words=words: _handle(desk, id_, severity=int(words)))  # type: ignore[misc]
            return True
        desk.say(texts.not_understood(words, texts.SEVERITY_HINT))


def _ask_status(desk: Desk, id_: str) -> None:
    desk.say(conflict_texts.STATUS)
    for number, (status, name) in enumerate(words_of.STATUSES.items(), 1):
        desk.say(texts.numbered(number, f"{name.capitalize()}: {words_of.STATUS_MEANINGS[status].lower()}"))
    while True:
        now = words_of.STATUSES[_handling(desk, id_).status]
        words = desk.ask_or_keep(texts.current(texts.ANSWER.rstrip(":"), now), texts.STATUS_HINT)
        if not words:
            return
        if words in {"1", "2", "3", "4"}:
            status = STATUSES[int(words) - 1]
            desk.change(lambda status=status: _handle(desk, id_, status=status))  # type: ignore[misc]
            return
        desk.say(texts.not_understood(words, texts.STATUS_HINT))


def _label(desk: Desk, id_: str, key: str) -> str:
    label = conflict_texts.FIELD_LABELS[key]
    return conflict_texts.required_label(label) if key in _required(desk, id_) else label


def _ask_field(desk: Desk, id_: str, key: str) -> None:
    now = _value(desk, id_, key)

    def take(words: str) -> None:
        _handle(desk, id_, **{ATTRIBUTES[key]: words.strip()})

    ask = desk.ask_words if key in LONG else desk.ask_line
    ask(_label(desk, id_, key), now, take)


def _ask_date(desk: Desk, id_: str) -> None:
    while True:
        words = desk.ask_or_keep(texts.current(_label(desk, id_, DATE), _value(desk, id_, DATE)))
        if not words:
            return
        try:
            day = None if words.lower() in texts.CLEAR else read_date(words)
        except UnreadableError as fault:
            desk.say(str(fault))
            continue
        desk.change(lambda day=day: _handle(desk, id_, follow_up_on=day))  # type: ignore[misc]
        return
