"""Goals: the 17 of Agenda 2030 and the region's own, their groups and what they do to each other."""

from collections import Counter
from collections.abc import Iterator

from hallbarhet.checklist import kinds
from hallbarhet.checklist.agenda import GOALS
from hallbarhet.checklist.checks.context import Context
from hallbarhet.checklist.nearest import advice
from hallbarhet.checklist.problems import Finding, Path
from hallbarhet.texts import checklist as texts


def findings(context: Context) -> Iterator[Finding]:
    """What is wrong with goals, groups of goals and interactions."""
    for number, note in enumerate(context.checklist.goal_notes):
        if note.id not in GOALS:
            yield Finding(kinds.UNKNOWN_GOAL, ("mal", number, "id"), texts.no_such_goal(note.id))
    yield from _groups(context)
    yield from _interactions(context)


def _groups(context: Context) -> Iterator[Finding]:
    groups = context.checklist.goal_groups
    if not groups:
        return
    seen: Counter[str] = Counter()
    for number, group in enumerate(groups):
        for position, goal in enumerate(group.goals):
            path: Path = ("malgrupp", number, "mal", position)
            if goal not in GOALS:
                yield Finding(kinds.UNKNOWN_GOAL, path, texts.no_such_goal(goal))
            elif seen[goal]:
                yield Finding(kinds.GOAL_GROUPS, path, texts.goal_in_two_groups(goal))
            seen[goal] += 1
    if left := [goal for goal in GOALS if not seen[goal]]:
        yield Finding(kinds.GOAL_GROUPS, ("malgrupp",), texts.goals_in_no_group(left))


def _interactions(context: Context) -> Iterator[Finding]:
    own = context.known["strategimal"]
    mixed = False
    first: bool | None = None
    for number, one in enumerate(context.checklist.interactions):
        for key, goal in (("fran", one.source), ("till", one.target)):
            path: Path = ("samspel", number, key)
            is_own, is_agenda = goal in own, goal in GOALS
            if not is_own and not is_agenda:
                if not context.may_exist("strategimal", goal):
                    yield Finding(
                        kinds.UNKNOWN_NAME, path, texts.not_there(texts.GOAL, goal), advice(goal, [*own, *GOALS])
                    )
            elif first is None:
                first = is_own
            elif first != is_own and not mixed:
                mixed = True
                yield Finding(kinds.INTERACTIONS_MIXED, path, texts.INTERACTIONS_MIXED)
        if one.source == one.target:
            yield Finding(kinds.INTERACTION_WITH_ITSELF, ("samspel", number, "till"), texts.INTERACTION_WITH_ITSELF)
