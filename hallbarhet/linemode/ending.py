"""Looking everything through, and the end: what is missing, completion, the report, reopening."""

from hallbarhet.assessment.completion import completed_by
from hallbarhet.assessment.walk import Step, ending_gate
from hallbarhet.linemode.desk import Desk
from hallbarhet.linemode.overview import overview_lines
from hallbarhet.linemode.turns import Again, GoTo, Leave
from hallbarhet.report.both import write_both
from hallbarhet.texts import linemode as texts
from hallbarhet.texts import swedish
from hallbarhet.texts import tui_judgement as end_texts
from hallbarhet.texts import tui_overview as overview_texts


def ask_check(desk: Desk, step: Step) -> None:  # noqa: ARG001  (there is one)
    """Tell what is missing and every answer; `gå` changes one and leads back here."""
    gaps = desk.session.missing
    desk.help = overview_texts.CHECK_LEFT
    desk.say("\n", overview_texts.CHECK_TITLE)
    if ending_gate(desk.session.checklist, desk.session.assessment) is not None:
        desk.say(overview_texts.CHECK_ENDED)
    if gaps:
        desk.say(f"{overview_texts.CHECK_LEFT}:", *(f"  {gap.sentence}" for gap in gaps))
    desk.say(*overview_lines(desk.session)[1:])
    desk.ask(texts.CHECK_PROMPT, texts.CHECK_HINT)


def ask_end(desk: Desk, step: Step) -> None:
    """Complete when nothing is missing; from there the conversation ends or the case is opened again."""
    session = desk.session
    desk.help = end_texts.TELL
    desk.say("\n", end_texts.DONE_TITLE)
    if session.is_complete:
        _ask_finished(desk)
    gaps = session.missing
    if gaps:
        desk.say(f"{end_texts.LEFT}:", *(f"  {gap.sentence}" for gap in gaps))
        desk.ask(texts.END_PROMPT, texts.MISSING_HINT)
        raise GoTo(session.first_open)
    desk.say(end_texts.READY)
    words = desk.ask(texts.END_PROMPT, texts.COMPLETE_HINT)
    if words.lower() not in texts.COMPLETE:
        raise GoTo(step)
    if desk.change(lambda: _complete(desk), end_texts.FINISHED):
        desk.say(*finished_lines(desk))
        raise Leave


def _complete(desk: Desk) -> None:
    desk.session.complete()


def finished_lines(desk: Desk) -> list[str]:
    """Write the reports of a finished case; what was written, and what comes next."""
    assessment, path = desk.session.assessment, desk.keeper.path
    lines = []
    if event := completed_by(assessment):
        lines.append(end_texts.completed_at(swedish.moment(event.at), event.who))
    if path is not None and desk.fault is None:
        lines += [f"{end_texts.RECORD}: {path}", *write_both(path, desk.session, desk.archive, desk.keeper.saved_at)]
    if assessment.seal is not None:
        lines.append(f"{end_texts.SEAL}: {assessment.seal.value}")
    return [*lines, end_texts.TELL]


def _ask_finished(desk: Desk) -> None:
    desk.say(end_texts.FINISHED)
    words = desk.ask(texts.END_PROMPT, texts.REOPEN_HINT)
    if words.lower() in texts.REOPEN:
        desk.ask_words(end_texts.REOPEN_TITLE, "", desk.session.reopen)
        if not desk.session.is_complete:
            desk.say(end_texts.REOPENED)
        raise Again
    raise Leave
