"""From step to step: the same walk as in the app, forward by answering and back by asking for it."""

from collections.abc import Callable

from hallbarhet.assessment.shown.undone import undone_words
from hallbarhet.assessment.walk import CHECK, Step, step_after
from hallbarhet.errors import HallbarhetError
from hallbarhet.linemode.case import ask_case
from hallbarhet.linemode.conflicts import ask_conflicts
from hallbarhet.linemode.desk import Desk
from hallbarhet.linemode.ending import ask_check, ask_end
from hallbarhet.linemode.gate import ask_gate
from hallbarhet.linemode.judgement import ask_judgement
from hallbarhet.linemode.question import ask_question
from hallbarhet.linemode.turns import Again, Back, GoTo, Skip, Undo
from hallbarhet.texts import linemode as texts
from hallbarhet.texts import tui as undo_texts

ASKED: dict[str, Callable[[Desk, Step], None]] = {
    "arende": ask_case, "fraga": ask_question, "hallplats": ask_gate, "malkonflikter": ask_conflicts,
    "kontroll": ask_check, "samlad": ask_judgement, "klart": ask_end,
}  # fmt: skip


def walk(desk: Desk) -> None:
    """Ask from the first open step to the end; other turns than those of the walk are the caller's."""
    here = desk.session.first_open
    returns_to: Step | None = None
    while True:
        try:
            ASKED[here.kind](desk, here)
            here, returns_to = (returns_to, None) if returns_to else (after(desk, here), None)
        except Skip:
            here, returns_to = (returns_to, None) if returns_to else (after(desk, here), None)
        except Back:
            here, returns_to = _before(desk, here), None
        except GoTo as turn:
            # one thing is changed, and then one is back where everything is looked through
            returns_to = here if here == CHECK and turn.step.kind != "klart" else None
            here = turn.step
        except Undo:
            here, returns_to = _undone(desk, here), None
        except Again:
            continue
        except HallbarhetError as fault:
            desk.say(str(fault))
            here = after(desk, here)


def after(desk: Desk, here: Step) -> Step:
    """The next step; also after one that is no longer in the walk."""
    session = desk.session
    return step_after(session.checklist, session.steps, here) or session.first_open


def _before(desk: Desk, here: Step) -> Step:
    steps = desk.session.steps
    index = steps.index(here) if here in steps else 0
    if index == 0:
        desk.say(texts.AT_BEGINNING)
        return steps[0]
    return steps[index - 1]


def _undone(desk: Desk, here: Step) -> Step:
    session = desk.session
    before, step = session.assessment, session.undo()
    if step is None:
        desk.say(undo_texts.NOTHING_TO_UNDO)
        return here
    desk.keep(undone_words(session.checklist, before, session.assessment, step))
    return step if step in session.steps else session.first_open
