"""One question: what is asked, what can be answered, and the words that explain the answer."""

from collections.abc import Callable

from hallbarhet.assessment.gaps import needs_rationale
from hallbarhet.assessment.model import Answer, Choice, FreeText, Judged, NotRelevant, Unknown
from hallbarhet.assessment.shown.answers import answer_words, number_from
from hallbarhet.assessment.shown.applicant import applicant_words
from hallbarhet.assessment.shown.guidance import guidance_sections
from hallbarhet.assessment.walk import Step, active_items, is_answered, must_be_answered
from hallbarhet.checklist.model import Item
from hallbarhet.linemode.desk import Desk
from hallbarhet.linemode.inside import inside
from hallbarhet.linemode.split import ask_split
from hallbarhet.texts import linemode as texts
from hallbarhet.texts import tui_question as question_texts

UNKNOWN = "v"
NOT_RELEVANT = "e"


def ask_question(desk: Desk, step: Step) -> None:
    """Ask until there is an answer or the officer goes on without one."""
    item = desk.session.checklist.item_by_id[step.id]
    desk.help = question_help(desk, item)
    desk.say(*_shown(desk, item))
    if not _answered(desk, item):
        return
    with inside():
        _ask_more(desk, item)


def question_help(desk: Desk, item: Item) -> str:
    """What the checklist says about the question, and what more can be written here."""
    sections = guidance_sections(desk.session.checklist, item, with_anchors=False)
    return "\n\n".join([*(f"{heading}\n{body}" for heading, body in sections), texts.MORE_HERE])


def _shown(desk: Desk, item: Item) -> list[str]:
    session = desk.session
    section = session.checklist.section_of[item.id]
    asked = active_items(section, session.activity)
    sections = [entry for entry in session.checklist.sections if active_items(entry, session.activity)]
    lines: list[str] = []
    if asked and item == asked[0]:
        lines.append(texts.section(sections.index(section) + 1, len(sections), section.title))
        lines.append(section.introduction.strip())
    lines.append(
        texts.place(asked.index(item) + 1, len(asked), section.title)
        if item in asked
        else texts.place_outside(section.title)
    )
    lines += [item.text, item.hint]
    lines += [texts.numbered(number, text) for number, text in enumerate(_alternatives(desk, item), 1)]
    lines.append(texts.UNKNOWN)
    if session.checklist.may_be_waived(item):
        lines.append(texts.NOT_RELEVANT)
    lines.append(applicant_words(session.assessment, item.id))
    answer = session.answer_to(item.id)
    if is_answered(answer):
        lines.append(texts.answered_now(answer_words(item, answer)))
    if answer is not None and answer.rationale:
        lines.append(texts.explained_now(answer.rationale))
    if answer is not None and answer.internal and not item.internal:
        lines.append(question_texts.INTERNAL_ON)
    return ["\n", *lines]


def _alternatives(desk: Desk, item: Item) -> list[str]:
    scale = desk.session.checklist.scale_of(item)
    if scale is not None:
        return [grade.text for grade in scale.grades]
    return [entry.text for entry in item.alternatives]


def _hint(desk: Desk, item: Item) -> str:
    waivable = desk.session.checklist.may_be_waived(item)
    answered = is_answered(desk.session.answer_to(item.id)) or not must_be_answered(item)
    if item.kind == "text":
        return texts.text_hint(waivable=waivable, answered=answered)
    if item.kind == "tal":
        span = question_texts.number_hint(item.at_least, item.at_most, item.unit)
        return texts.number_hint(span, waivable=waivable, answered=answered)
    most = len(_alternatives(desk, item))
    told = texts.several_hint if item.several else texts.answer_hint
    return told(most, waivable=waivable, answered=answered)


def _answered(desk: Desk, item: Item) -> bool:
    """Ask for the answer; whether a new one was given. An answer that stands is left by an empty line."""
    session = desk.session
    hint = _hint(desk, item)
    while True:
        words = desk.ask(texts.ANSWER, hint)
        hint = ""
        if not words:
            if is_answered(session.answer_to(item.id)) or not must_be_answered(item):
                return False
            desk.say(texts.MUST_CHOOSE)
            continue
        with inside():
            if _is_more(desk, item, words.lower()):
                continue
        if _take(desk, item, words):
            return True


def _is_more(desk: Desk, item: Item, words: str) -> bool:
    """Whether the words asked for something else than an answer, which is done."""
    session = desk.session
    answer = session.answer_to(item.id)
    if words == "m":
        _ask_why(desk, item, answer)
    elif words == "u":
        _ask_evidence(desk, item, answer)
    elif words == "d":
        ask_split(desk, item)
    elif words == "i":
        _toggle_internal(desk, item, answer)
    elif words in texts.CLEAR:
        desk.change(lambda: session.clear(item.id), question_texts.CLEARED)
    else:
        return False
    return True


def _take(desk: Desk, item: Item, words: str) -> bool:
    session, said = desk.session, words.lower()
    if said == UNKNOWN:
        return _kept(desk, item, lambda: session.unknown(item.id))
    if said == NOT_RELEVANT:
        return _kept(desk, item, lambda: session.not_relevant(item.id))
    if item.kind == "text":
        content = desk.lines.read_on(words)
        if item.max_characters is not None and len(content) > item.max_characters:
            desk.say(question_texts.too_long(item.max_characters, len(content)))
        return desk.change(lambda: session.write(item.id, content))
    if item.kind == "tal":
        value = number_from(words)
        if value is None:
            desk.say(question_texts.not_a_number(words))
            return False
        return _kept(desk, item, lambda: session.measure(item.id, value))
    return _take_number(desk, item, words)


def _take_number(desk: Desk, item: Item, words: str) -> bool:
    session, most = desk.session, len(_alternatives(desk, item))
    parts = [part.strip() for part in words.split(",")] if item.several else [words]
    if not all(part.isascii() and part.isdigit() and 1 <= int(part) <= most for part in parts):
        desk.say(texts.not_understood(words, _hint(desk, item)))
        return False
    scale = session.checklist.scale_of(item)
    if scale is not None:
        grade = scale.grades[int(words) - 1].grade
        return _kept(desk, item, lambda: session.judge(item.id, grade))
    chosen = tuple(item.alternatives[int(part) - 1].id for part in parts)
    return _kept(desk, item, lambda: session.choose(item.id, chosen))


def _kept(desk: Desk, item: Item, act: Callable[[], None]) -> bool:
    """Make the change and say what the answer is now."""
    return desk.change(act, lambda: texts.answered(answer_words(item, desk.session.answer_to(item.id))))


# The words around an answer


def _ask_more(desk: Desk, item: Item) -> None:
    answer = desk.session.answer_to(item.id)
    if isinstance(answer, Unknown):
        now = answer.who_can_answer
        label = f"{question_texts.WHO} {question_texts.WHO_HINT.capitalize()}."
        desk.ask_line(label, now, lambda words: desk.session.unknown(item.id, words), texts.OR_NOTHING)
        return
    if item.kind != "text" or isinstance(answer, NotRelevant):
        _ask_why(desk, item, answer)
    if item.facets and isinstance(desk.session.answer_to(item.id), Judged):
        _offer_split(desk, item)


def _ask_why(desk: Desk, item: Item, answer: Answer | None) -> None:
    label = question_texts.WHY_OPTIONAL
    if isinstance(answer, NotRelevant):
        label = question_texts.WHY_WAIVED
    elif needs_rationale(desk.session.checklist, item, answer):
        label = question_texts.WHY_REQUIRED
    elif isinstance(answer, FreeText | Choice | Unknown):
        label = question_texts.NOTE
    now = answer.rationale if answer is not None else ""
    desk.ask_words(label, now, lambda words: desk.session.explain(item.id, words))


def _ask_evidence(desk: Desk, item: Item, answer: Answer | None) -> None:
    now = "; ".join(answer.evidence) if answer is not None else ""

    def take(words: str) -> None:
        desk.session.cite(item.id, tuple(part.strip() for part in words.split(";")))

    desk.ask_line(question_texts.EVIDENCE, now, take, f"{texts.EVIDENCE_HINT} {texts.KEEP}")


def _toggle_internal(desk: Desk, item: Item, answer: Answer | None) -> None:
    if item.internal:
        desk.say(question_texts.ALWAYS_INTERNAL)
        return
    internal = not (answer is not None and answer.internal)
    told = question_texts.INTERNAL_ON if internal else question_texts.INTERNAL_OFF
    desk.change(lambda: desk.session.mark_internal(item.id, internal), told)


def _offer_split(desk: Desk, item: Item) -> None:
    names = [desk.session.checklist.facet_by_id[id_].name for id_ in item.facets]
    words = desk.ask_or_keep(texts.ANSWER, texts.split(names))
    if words.lower() == "d":
        ask_split(desk, item)
