"""The case data, one field to a line; the support form is chosen from a list."""

from dataclasses import dataclass

from hallbarhet import settings
from hallbarhet.assessment.gaps import required_case_fields
from hallbarhet.assessment.shown import casechecks, caseform
from hallbarhet.assessment.shown.caseform import OWN, UnreadableError
from hallbarhet.assessment.walk import Step
from hallbarhet.linemode.desk import Desk
from hallbarhet.linemode.turns import Back, Skip
from hallbarhet.texts import case_checks as check_texts
from hallbarhet.texts import linemode as texts
from hallbarhet.texts import tui_case as case_texts

OFFICER = "handlaggare"
SUPPORT_FORM = "stodform"


@dataclass(frozen=True, slots=True)
class Field:
    """One line of the form."""

    key: str
    label: str
    hint: str = ""


def fields(desk: Desk) -> list[Field]:
    """The form in the order of the app's; of a finished assessment the decision alone, which is outside its seal."""
    if desk.session.is_complete:
        labels, hints = check_texts.DECISION_LABELS, check_texts.DECISION_HINTS
        return [Field(key, labels[key], hints[key]) for key in caseform.DECISION_KEYS]
    found = [Field(key, case_texts.LABELS[key], case_texts.HINTS.get(key, "")) for key in caseform.KEYS]
    own = desk.session.checklist.rules.case_fields
    found.extend(Field(f"{OWN}{field.id}", field.text) for field in own)
    found.append(Field(OFFICER, case_texts.LABELS[OFFICER], case_texts.HINTS[OFFICER]))
    found.append(Field(SUPPORT_FORM, case_texts.SUPPORT_FORM))
    return found


def ask_case(desk: Desk, step: Step) -> None:  # noqa: ARG001  (there is one form)
    """Ask for every field; `tillbaka` goes to the field before."""
    is_complete = desk.session.is_complete
    title = check_texts.DECISION if is_complete else case_texts.TITLE
    desk.help = check_texts.DECISION_INTRO if is_complete else check_texts.LINES_INTRO
    desk.say("\n", title, desk.help, f"{texts.KEEP} {texts.CLEAR_HINT.capitalize()}")
    form = fields(desk)
    index = 0
    while index < len(form):
        try:
            if form[index].key == SUPPORT_FORM:
                _ask_support_form(desk)
            else:
                _ask_field(desk, form[index])
        except Back:
            if index == 0:
                raise
            index -= 1
            continue
        except Skip:
            pass
        index += 1
    introduction = desk.session.checklist.header.introduction.strip()
    if introduction and not is_complete:
        desk.say("\n", case_texts.INTRODUCTION, introduction)


def _ask_field(desk: Desk, field: Field) -> None:
    """One field, until it holds something that can be read or is left alone."""
    own = {entry.id: entry for entry in desk.session.checklist.rules.case_fields}
    label = f"{field.label}, {_hint(field)}" if _hint(field) and not _shown(desk, field.key) else field.label
    while True:
        words = desk.ask(texts.current(label, _shown(desk, field.key)))
        if not words:
            _tell_missing(desk, field)
            return
        if words.lower() in texts.CLEAR:
            words = ""
        try:
            value = words if field.key == OFFICER else caseform.read(field.key, words, own)
        except UnreadableError as fault:
            desk.say(str(fault))
            continue
        desk.change(lambda value=value: _put(desk, field.key, value))  # type: ignore[misc]
        if field.key != OFFICER:
            desk.say(casechecks.remark(field.key, words, desk.session.assessment.case, own))
        return


def _hint(field: Field) -> str:
    """What to write, for one who cannot be shown suggestions."""
    return check_texts.LINES_HINTS.get(field.key, field.hint)


def _shown(desk: Desk, key: str) -> str:
    assessment = desk.session.assessment
    return assessment.header.officer if key == OFFICER else caseform.shown(assessment.case, key)


def _tell_missing(desk: Desk, field: Field) -> None:
    required = {*required_case_fields(desk.session.checklist), OFFICER}
    if field.key in required and not _shown(desk, field.key):
        desk.say(case_texts.missing(field.label))


def _put(desk: Desk, key: str, value: object) -> None:
    session = desk.session
    if key == OFFICER:
        session.set_officer(str(value))
    else:
        session.describe_case(caseform.with_value(session.assessment.case, key, value))


def _ask_support_form(desk: Desk) -> None:
    session = desk.session
    chosen = session.assessment.case.support_form
    known = {form.id: form.name for form in settings.load(desk.archive).support_forms}
    offered = session.checklist.header.support_forms or tuple(known)
    if chosen and chosen not in offered:
        offered = (*offered, chosen)
    desk.say(case_texts.SUPPORT_FORM, *(texts.numbered(n, known.get(id_, id_)) for n, id_ in enumerate(offered, 1)))
    while True:
        words = desk.ask(texts.current(case_texts.SUPPORT_FORM, known.get(chosen, chosen)))
        if not words:
            return
        if words.isdigit() and 1 <= int(words) <= len(offered):
            form = offered[int(words) - 1]
            case = session.assessment.case.model_copy(update={"support_form": form})
            desk.change(lambda case=case: session.describe_case(case))  # type: ignore[misc]
            return
        desk.say(texts.not_understood(words, texts.number_of(len(offered))))
