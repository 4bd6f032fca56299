"""The checklist's own tests: about questions, answers and outcomes that are there."""

from collections.abc import Iterator

from hallbarhet.checklist import kinds
from hallbarhet.checklist.checks.conflicts import undeclared_names
from hallbarhet.checklist.checks.context import Context
from hallbarhet.checklist.model import Item
from hallbarhet.checklist.nearest import advice
from hallbarhet.checklist.problems import Finding, Path
from hallbarhet.texts import checklist as texts
from hallbarhet.texts.problems import noun

STATES = (
    "stopp", "avslutad", "ej_bedombar", "ofullstandigt_underlag", "hallplats", "niva_klar", "nivaintervall",
)  # fmt: skip
"""The states that a test case may expect."""

_STATUSES = ("vet_inte", "ej_relevant")


def findings(context: Context) -> Iterator[Finding]:
    """What is wrong with each test case."""
    conflicts = [*context.known["malkonflikt"], *undeclared_names(context.checklist)]
    levels = [level.level for level in context.checklist.levels]
    for number, example in enumerate(context.checklist.examples):
        answers: Path = ("provfall", number, "svar")
        for name, answer in example.answers.items():
            yield from context.unknown("punkt", name, (*answers, name))
            item = context.item(name)
            if item is not None and (reason := _unfit(context, item, answer)):
                yield Finding(kinds.EXAMPLE_ANSWER, (*answers, name), reason)
        expected, path = example.expected, ("provfall", number, "vantat")
        if expected.level is not None and expected.level not in levels:
            message = texts.no_such_level(expected.level, levels)
            yield Finding(kinds.EXAMPLE_EXPECTATION, (*path, "niva"), message)
        if expected.status is not None and expected.status not in STATES:
            message = texts.no_such_state(expected.status)
            yield Finding(kinds.EXAMPLE_EXPECTATION, (*path, "status"), message, advice(expected.status, STATES))
        for position, gate in enumerate(expected.gates or ()):
            yield from context.unknown("hallplats", gate, (*path, "hallplatser", position))
        for position, conflict in enumerate(expected.conflicts or ()):
            if conflict not in conflicts and not context.may_exist("malkonflikt", conflict):
                message = texts.not_there(noun("malkonflikt"), conflict)
                where: Path = (*path, "malkonflikter", position)
                yield Finding(kinds.UNKNOWN_NAME, where, message, advice(conflict, conflicts))


def _unfit(context: Context, item: Item, answer: float | str) -> str | None:
    """Why an answer cannot be given to a question, or None when it can."""
    if answer in _STATUSES:
        waived = answer == "ej_relevant" and not context.checklist.may_be_waived(item)
        return texts.may_not_be_waived(item.id) if waived else None
    match item.kind:
        case "bedomning":
            scale = context.scale(item)
            if scale is None or (not isinstance(answer, str) and answer in scale.by_grade):
                return None
            return texts.no_such_grade(answer, item.id, [grade.grade for grade in scale.grades])
        case "tal":
            if isinstance(answer, str):
                return texts.answer_is_number(item.id)
            below = item.at_least is not None and answer < item.at_least
            above = item.at_most is not None and answer > item.at_most
            return texts.answer_out_of_bounds(item.id) if below or above else None
        case "val":
            if answer in [alternative.id for alternative in item.alternatives]:
                return None
            return texts.no_such_alternative(str(answer), item.id)
        case "text":
            return None if isinstance(answer, str) else texts.answer_is_text(item.id)
