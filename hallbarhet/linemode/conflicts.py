"""The goal conflicts of a case, and one at a time: what stands against what, and how it is settled."""

from hallbarhet.assessment.conflicts import conflict_title
from hallbarhet.assessment.model import ConflictHandling
from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.assessment.walk import Step
from hallbarhet.linemode.conflict import ask_conflict
from hallbarhet.linemode.desk import Desk
from hallbarhet.linemode.turns import Back
from hallbarhet.scoring.outcome import ConflictOutcome
from hallbarhet.texts import conflicts as words_of
from hallbarhet.texts import linemode as texts
from hallbarhet.texts import tui_conflicts as conflict_texts

OWN_ID = "egen-"
"""What the ids of conflicts added by hand begin with."""


def ask_conflicts(desk: Desk, step: Step) -> None:  # noqa: ARG001  (there is one list)
    """Show the list and take them up one by one until the officer goes on."""
    while True:
        listed = _listed(desk.session)
        desk.help = texts.CONFLICT_HELP
        desk.say("\n", conflict_texts.TITLE, *_lines(desk.session, listed))
        open_ids = [conflict.id for conflict in desk.session.outcome.open_conflicts]
        words = desk.ask(texts.CONFLICT_PROMPT, texts.CONFLICT_LIST_HINT if open_ids else texts.CONFLICT_LIST_DONE)
        chosen = ""
        if not words:
            if not open_ids:
                return
            chosen = open_ids[0]
        elif words.lower() == "n":
            chosen = _add(desk)
        elif words.isascii() and words.isdigit() and 1 <= int(words) <= len(listed):
            chosen = listed[int(words) - 1]
        else:
            desk.say(texts.not_understood(words, texts.CONFLICT_LIST_HINT))
        if chosen:
            try:
                ask_conflict(desk, chosen)
            except Back:
                continue  # back to the list


def _listed(session: AssessmentSession) -> list[str]:
    """Every conflict that can be taken up, the most severe first, then those no longer triggered."""
    triggered = [found for found in session.outcome.conflicts if found.triggered == "utlost"]
    now = [found.id for found in sorted(triggered, key=lambda found: -found.severity)]
    return [*now, *(entry.id for entry in session.assessment.conflicts if entry.id not in now)]


def title_of(session: AssessmentSession, id_: str, found: ConflictOutcome | None) -> str:
    """What a conflict is called: the officer's words for an own one, otherwise the rule's."""
    handling = session.assessment.conflict_by_id.get(id_)
    if found is None or (handling is not None and handling.own):
        return handling.title if handling is not None else id_
    return conflict_title(session.checklist, found)


def _lines(session: AssessmentSession, listed: list[str]) -> list[str]:
    found = {entry.id: entry for entry in session.outcome.conflicts}
    handled = session.assessment.conflict_by_id
    lines = []
    for number, id_ in enumerate(listed, 1):
        now = found.get(id_)
        status = words_of.STATUSES[now.status if now is not None else handled[id_].status]
        severity = words_of.SEVERITIES.get(now.severity, "") if now is not None else ""
        lines.append(texts.conflict_row(number, title_of(session, id_, now), severity, status))
    possible = [entry for entry in session.outcome.conflicts if entry.triggered == "mojlig"]
    if possible:
        lines.append(f"{conflict_texts.POSSIBLE}:")
    for entry in possible:
        items = session.checklist.item_by_id
        names = [items[id_].name for id_ in entry.waits_for if id_ in items]
        title = title_of(session, entry.id, entry)
        lines.append(f"  {title}: {conflict_texts.waits_for(names)}" if names else f"  {title}")
    return lines or [conflict_texts.NONE]


def _add(desk: Desk) -> str:
    """Add one that the rules did not see; its id, or nothing."""
    title = " ".join(desk.ask_or_keep(texts.ANSWER, conflict_texts.OWN_TITLE).split())
    if not title:
        return ""
    taken = desk.session.assessment.conflict_by_id
    id_ = next(f"{OWN_ID}{number}" for number in range(1, len(taken) + 2) if f"{OWN_ID}{number}" not in taken)
    own = ConflictHandling(id=id_, title=title, kind="egen", severity=2, own=True)
    return id_ if desk.change(lambda: desk.session.handle(own)) else ""
