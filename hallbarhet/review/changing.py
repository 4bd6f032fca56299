"""Another checklist, version or support form for a case that is under way: what is offered, and what it would do."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from hallbarhet.assessment.adapt import adapt, carried_draft
from hallbarhet.assessment.model import Assessment, Event
from hallbarhet.checklist.library import Library
from hallbarhet.checklist.model import Checklist
from hallbarhet.checklist.shelf import Row
from hallbarhet.review.adapting import adapted_told
from hallbarhet.texts import adapt as adapt_texts
from hallbarhet.texts import changing as texts


@dataclass(frozen=True, slots=True)
class Offer:
    """A support form, and a checklist it may be assessed with."""

    support_form: str
    form_name: str
    path: Path
    title: str
    version: str
    note: str
    """How it stands to what is used now; empty for another checklist."""
    is_now: bool


@dataclass(frozen=True, slots=True)
class Prepared:
    """A change that has been worked out and not done: what it leads to, and what it does in sentences."""

    checklist: Checklist
    assessment: Assessment
    lines: tuple[str, ...]
    """What is kept, changed, no longer asked and new; nothing when nothing changes."""


def offers(library: Library, assessment: Assessment) -> list[Offer]:
    """Every support form with the checklists offered for it; the case's own form first."""
    own = assessment.case.support_form
    names = {form.id: form.name for form in library.settings.support_forms}
    forms = dict.fromkeys([*([own] if own else []), *names])
    return [
        _offer(row, assessment, form, names.get(form, form)) for form in forms for row in library.choices(form or None)
    ]


def prepared(
    assessment: Assessment, old: Checklist, new: Checklist, form: str, *, who: str, now: datetime, names: dict[str, str]
) -> Prepared:
    """What going over to a checklist and a support form would do. `names` says what support forms are called."""
    before = assessment.case.support_form
    lines: list[str] = []
    draft = assessment
    if new.fingerprint != assessment.checklist.fingerprint:
        adapted = adapt(assessment, old, new)
        draft = carried_draft(adapted, assessment, new, who=who, now=now)
        lines.extend(adapted_told(adapted, assessment, old, new))
    if form and form != before:
        told = Event(at=now, who=who, what=texts.form_changed(before, form))
        case = draft.case.model_copy(update={"support_form": form})
        draft = draft.model_copy(update={"case": case, "events": (*draft.events, told)})
        lines.insert(1 if lines else 0, adapt_texts.support_form(names.get(before, before), names.get(form, form)))
        if len(lines) == 1:
            lines.append(texts.ONLY_FORM)
    return Prepared(new, draft, tuple(lines))


def _offer(row: Row, assessment: Assessment, form: str, name: str) -> Offer:
    used = assessment.checklist
    is_same = row.id == used.id and row.version == used.version
    is_now = is_same and form == assessment.case.support_form
    note = texts.NOW if is_now else texts.SAME_LIST if is_same else _version_note(row, used.id, used.version)
    return Offer(form, name, row.path, row.called, row.version, note, is_now)


def _version_note(row: Row, id_: str, version: str) -> str:
    if row.id != id_:
        return ""
    used = Row(row.path, id_, version)
    return texts.NEWER if row.number > used.number else texts.OLDER
