"""What carrying an assessment to another checklist does, in sentences: told before it is done."""

from collections.abc import Iterator

from hallbarhet.assessment.adapt import Adapted, Carried
from hallbarhet.assessment.model import Assessment, Unknown
from hallbarhet.assessment.shown.answers import answer_words
from hallbarhet.checklist.model import Checklist
from hallbarhet.texts import adapt as texts
from hallbarhet.texts import changing as changing_texts


def adapted_told(adapted: Adapted, before: Assessment, old: Checklist | None, new: Checklist) -> Iterator[str]:
    """What is kept, what changes, what has no place any more and what is new; lists begin with a dash."""
    used = before.checklist
    yield texts.heading(f"{used.id} {used.version}", f"{new.header.id} {new.header.version}")
    if old is None:
        yield texts.UNKNOWN_OLD
    yield texts.kept(len(adapted.kept))
    if adapted.changed:
        yield texts.changed(len(adapted.changed))
        yield from (f"- {_changed(one, adapted, before, old, new)}" for one in adapted.changed)
    if adapted.orphaned:
        yield texts.orphaned(len(adapted.orphaned))
        questions = (before.answer_by_item[item_id].question or item_id for item_id in adapted.orphaned)
        yield from (f"- {question}" for question in questions)
    if quiet := _no_longer_asked(adapted, before):
        yield changing_texts.not_asked(len(quiet))
        yield from (f"- {new.item_by_id[item_id].name}" for item_id in quiet)
    if adapted.gates:
        yield texts.gates(len(adapted.gates))
        yield from (f"- {before.gate_by_id[id_].title or id_}" for id_ in adapted.gates)
    if adapted.new:
        yield texts.new(len(adapted.new))
        yield from (f"- {new.item_by_id[item_id].name}" for item_id in adapted.new)
    if adapted.changed or adapted.orphaned:
        yield texts.NOTHING_LOST


def _no_longer_asked(adapted: Adapted, before: Assessment) -> list[str]:
    """Answers that are kept, and were asked for before, but are not asked for in the new checklist."""
    sources = {one.item: one.sources for one in (*adapted.kept, *adapted.changed)}
    return [
        answer.item
        for answer in adapted.assessment.answers
        if answer.inactive and any(not before.answer_by_item[id_].inactive for id_ in sources.get(answer.item, ()))
    ]


def _changed(one: Carried, adapted: Adapted, before: Assessment, old: Checklist | None, new: Checklist) -> str:
    item = new.item_by_id[one.item]
    now = adapted.assessment.answer_by_item.get(one.item)
    if now is None:
        result = texts.UNANSWERED
    elif isinstance(now, Unknown):
        result = texts.UNKNOWN
    else:
        known = {**new.item_by_id, **(old.item_by_id if old is not None else {})}
        answers = [(known.get(source, item), before.answer_by_item.get(source)) for source in one.sources]
        result = texts.from_to([answer_words(asked, answer) for asked, answer in answers], answer_words(item, now))
    return texts.changed_answer(item.name, [result, texts.WAYS[one.how], texts.CAUSES.get(one.cause or "", "")])
