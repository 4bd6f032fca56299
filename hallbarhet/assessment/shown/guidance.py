"""What counts in a question: guidance, what the answers mean, rules and goals, under headings."""

from hallbarhet.checklist.model import Checklist, Item
from hallbarhet.texts import tui_question as texts
from hallbarhet.texts.goals import GOALS


def guidance_sections(checklist: Checklist, item: Item, *, with_anchors: bool) -> list[tuple[str, str]]:
    """Everything the checklist says about a question, as headings with what stands under them."""
    found = [(texts.GUIDANCE, item.guidance.strip() or texts.NO_GUIDANCE)]
    scale = checklist.scale_of(item)
    if scale is not None and with_anchors:
        anchors = [f"{number}  {grade.text}" for number, grade in enumerate(scale.grades, 1)]
        found.append((texts.ANCHORS, "\n".join(anchors)))
    rules = [texts.RATIONALE_RULES[item.rationale]] if item.kind != "text" else []
    if not item.is_scored:
        rules.append(texts.NOT_SCORED)
    if rules:
        found.append((texts.RULES, " ".join(rules)))
    if item.goals or item.goals_indirect:
        found.append((texts.GOALS, "\n".join(_goals(item))))
    if item.strategy_goals:
        names = {goal.id: goal.name for goal in checklist.strategy_goals}
        found.append((texts.STRATEGY, "\n".join(names.get(id_, id_) for id_ in item.strategy_goals)))
    if item.tags:
        tags = {tag.id: tag.name for tag in checklist.tags}
        found.append((texts.TAGS, ", ".join(tags.get(id_, id_) for id_ in item.tags)))
    return found


def _goals(item: Item) -> list[str]:
    lines = [f"{target}  {_goal_name(target)}" for target in item.goals]
    lines.extend(f"{target}  {_goal_name(target)} ({texts.GOALS_INDIRECT})" for target in item.goals_indirect)
    return lines


def _goal_name(target: str) -> str:
    return GOALS.get(target.partition(".")[0], "")
