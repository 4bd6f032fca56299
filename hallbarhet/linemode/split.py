"""An answer split on groups, places or time: one line for each category."""

from hallbarhet.assessment.model import Judged
from hallbarhet.checklist.model import Facet, Item, Scale
from hallbarhet.linemode.desk import Desk
from hallbarhet.texts import linemode as texts
from hallbarhet.texts import tui_question as question_texts


def ask_split(desk: Desk, item: Item) -> None:
    """Ask for each category of each facet of the question."""
    answer = desk.session.answer_to(item.id)
    scale = desk.session.checklist.scale_of(item)
    if not item.facets or scale is None:
        desk.say(question_texts.NOT_SPLIT)
        return
    if not isinstance(answer, Judged):
        desk.say(question_texts.ANSWER_FIRST)
        return
    desk.say(*(texts.numbered(number, grade.text) for number, grade in enumerate(scale.grades, 1)), texts.SPLIT_HINT)
    for facet_id in item.facets:
        _ask_facet(desk, item, desk.session.checklist.facet_by_id[facet_id], scale)


def _ask_facet(desk: Desk, item: Item, facet: Facet, scale: Scale) -> None:
    for category in facet.categories:
        while True:
            answer = desk.session.answer_to(item.id)
            split = dict(answer.facets.get(facet.id, {})) if isinstance(answer, Judged) else {}
            grade = split.get(category.id)
            now = scale.by_grade[grade].text if grade in scale.by_grade else ""
            words = desk.ask_or_keep(texts.category(facet.name, category.text, now))
            if not words:
                break
            if words.lower() in texts.CLEAR:
                split.pop(category.id, None)
            elif words.isascii() and words.isdigit() and 1 <= int(words) <= len(scale.grades):
                split[category.id] = scale.grades[int(words) - 1].grade
            else:
                desk.say(texts.not_understood(words, texts.number_of(len(scale.grades))))
                continue
            desk.change(lambda split=split: desk.session.split(item.id, facet.id, split))  # type: ignore[misc]
            break
