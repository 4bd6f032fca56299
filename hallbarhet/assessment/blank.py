"""A blank record with notes, to be filled in with any editor; it can be read and checked from the first line on."""

import textwrap
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from hallbarhet.assessment.model import Case
from hallbarhet.assessment.moment import reference
from hallbarhet.assessment.writing import to_toml
from hallbarhet.checklist.model import Checklist, Gate, Item
from hallbarhet.texts import blank as texts
from hallbarhet.texts import session as session_texts
from hallbarhet.texts import tui_question as question_texts

TEXT_FIELDS = ("diarienummer", "rubrik", "sokande", "organisationsnummer")
"""Case fields that stand there empty from the beginning."""

EXAMPLES: tuple[tuple[str, Any], ...] = (
    ("kommuner", '["Växjö", "Alvesta"]'), ("sokt_belopp", "450000"), ("total_kostnad", "1200000"),
    ("ansokan_datum", "2026-10-02"), ("projekt_start", "2027-01-01"), ("projekt_slut", "2028-12-31"),
    ("nyps_id", '""'),
)  # fmt: skip
"""Case fields with what may stand in them, as notes."""

OWN_EXAMPLES = {"text": '""', "tal": "0", "datum": "2026-11-21"}
WIDTH = 76
"""Characters of a note on one line."""

EMPTY_TEXT = '"""\n"""'


def blank_record(checklist: Checklist, *, id: str, officer: str, now: datetime, support_form: str = "") -> str:  # noqa: A002  (the record's own word)
    """The text of a blank record: everything that can be written stands there, or as a note where it would."""
    lines = [*_notes(texts.HEAD), "", "format = 1", *_header(checklist, id, officer, now)]
    lines += _case(checklist, support_form)
    lines += ["", *_reference(checklist), "", *_notes(texts.ANSWERS)]
    for section in checklist.sections:
        lines += ["", *_notes(f"{section.title}\n{section.introduction.strip()}".strip(), rule=True)]
        for item in section.items:
            lines += _item(checklist, item)
        for gate in checklist.gates:
            if gate.after == section.id:
                lines += _gate(gate)
    lines += ["", *_notes(texts.CONFLICTS), *_conflict_example()]
    lines += _judgement(checklist)
    event = {"tidpunkt": now, "vem": officer, "vad": session_texts.CREATED}
    lines += ["", "[[handelse]]", *(_pair(key, value) for key, value in event.items() if value != "")]
    return "\n".join(lines) + "\n"


def _notes(text: str, *, rule: bool = False) -> Iterator[str]:
    if rule:
        yield f"# {'-' * 70}"
    for line in (short for whole in text.split("\n") for short in _wrapped(whole)):
        # a control character would end the note, and what came after it would be read as data
        tidy = "".join(character if character.isprintable() else " " for character in line).rstrip()
        yield f"# {tidy}" if tidy else "#"


def _wrapped(line: str) -> list[str]:
    indent = line[: len(line) - len(line.lstrip())]
    found = textwrap.wrap(line, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    return found or [""]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _pair(key: str, value: Any) -> str:
    return to_toml({key: value}).rstrip("\n")


def _header(checklist: Checklist, id_: str, officer: str, now: datetime) -> list[str]:
    depths = any(item.depth == "fordjupad" for item in checklist.items)
    return [
        "", "[bedomning]", _pair("id", id_), 'status = "utkast"', 'skede = "ansokan"', 'roll = "forsta"',
        *([*_notes(texts.DEPTH), '# djup = "fordjupad"'] if depths else []),
        *_notes(texts.HEADER), _pair("handlaggare", officer), _pair("skapad", now),
    ]  # fmt: skip


def _case(checklist: Checklist, support_form: str) -> list[str]:
    forms = checklist.header.support_forms
    lines = ["", *_notes(texts.CASE), "[arende]"]
    if len(forms) != 1:
        lines += _notes(texts.support_forms(forms)) if forms else []
    case = Case(support_form=support_form or (forms[0] if len(forms) == 1 else ""))
    lines.append(_pair("stodform", case.support_form))
    lines += [_pair(key, "") for key in TEXT_FIELDS]
    lines += [f"# {key} = {example}" for key, example in EXAMPLES]
    own = checklist.rules.case_fields
    if own:
        lines += ["", "[arende.eget]"]
    for field in own:
        lines += [*_notes(field.text), f"# {field.id} = {OWN_EXAMPLES[field.kind]}"]
    return lines


def _reference(checklist: Checklist) -> list[str]:
    used = reference(checklist)
    return [
        "[checklista]", _pair("id", used.id), _pair("version", used.version), _pair("fingeravtryck", used.fingerprint),
    ]  # fmt: skip


def _item(checklist: Checklist, item: Item) -> list[str]:
    told = [item.text, item.hint, *_conditions(item), item.guidance.strip()]
    lines = ["", *_notes("\n".join(part for part in told if part)), "[[svar]]"]
    lines += [_pair("punkt", item.id), _pair("text", item.text)]
    lines += _notes("\n".join([texts.ANSWER_WITH, *(f"  {way}" for way in _ways(checklist, item))]))
    lines.append('status = "obesvarad"')
    if item.kind != "text":
        lines += [*_notes(question_texts.RATIONALE_RULES[item.rationale]), f"motivering = {EMPTY_TEXT}"]
    lines.append("underlag = []")
    if item.facets:
        lines += _notes(texts.SPLIT)
    for facet_id in item.facets:
        facet = checklist.facet_by_id[facet_id]
        lines.append(f"# [svar.fasetter.{facet.id}]")
        lines += [f"# {category.id} = 0    # {_one_line(category.text)}" for category in facet.categories]
    return lines


def _conditions(item: Item) -> Iterator[str]:
    if item.shown_if is not None:
        yield texts.SOMETIMES
    if item.depth == "fordjupad":
        yield texts.DEEP
    if item.internal:
        yield texts.INTERNAL


def _ways(checklist: Checklist, item: Item) -> Iterator[str]:
    """Every line that answers the question."""
    scale = checklist.scale_of(item)
    if scale is not None:
        yield from (f"grad = {grade.grade:g}    # {_one_line(grade.text)}" for grade in scale.grades)
    elif item.kind == "val":
        several = f" ({texts.SEVERAL})" if item.several else ""
        yield from (f'val = ["{entry.id}"]    # {_one_line(entry.text)}{several}' for entry in item.alternatives)
    elif item.kind == "tal":
        yield texts.number(question_texts.number_hint(item.at_least, item.at_most, item.unit))
    else:
        limit = f"    # {texts.text_limit(item.max_characters)}" if item.max_characters else ""
        yield f"{texts.ANSWER_IN_WORDS}{limit}"
    yield texts.UNKNOWN
    if checklist.may_be_waived(item):
        yield texts.NOT_RELEVANT


def _gate(gate: Gate) -> list[str]:
    always = gate.effect == "alltid"
    notes = [gate.title, texts.GATE_ALWAYS if always else texts.GATE_SOMETIMES]
    notes += [gate.legal_basis] if gate.legal_basis else []
    notes += [texts.GATE_STOPS] if gate.effect == "stopp" else []
    notes += [texts.GATE_DOCUMENTS, *(f"  {document}" for document in gate.documents)] if gate.documents else []
    asked = [{"fraga": question, "svar": ""} for question in gate.questions]
    lines = ["[[hallplats]]", _pair("id", gate.id), _pair("titel", gate.title)]
    if asked:
        lines.append(to_toml({"hallplats": [{"fragor": asked}]}).split("\n", 1)[1].rstrip("\n"))
    lines += ["inlamnat = []"] if gate.documents else []
    decision = ['beslut = "vidare"', f"motivering = {EMPTY_TEXT}", 'ansvarig = ""', "datum = 2026-11-21"]
    if not always:
        shown = _commented([*lines, *decision])
    else:
        shown = [*lines, f"# {decision[0]}", *decision[1:3], f"# {decision[3]}"]
    return ["", *_notes("\n".join([*notes, texts.DECISIONS])), *shown]


def _commented(lines: Sequence[str]) -> list[str]:
    return [f"# {line}" for entry in lines for line in entry.split("\n")]


def _conflict_example() -> list[str]:
    example = [
        "[[malkonflikt]]", 'id = "id-som-granska-anger"', 'status = "hanterad"', 'vinner = ""', 'forlorar = ""',
        'var = ""', 'nar = ""', 'motivering = ""', 'atgard = ""', 'ansvarig = ""', 'uppfoljning = ""',
        "uppfoljning_datum = 2027-06-01", 'beslutsfattare = ""',
    ]  # fmt: skip
    return [*_commented(example), *_notes(f"{texts.CONFLICT_STATUS}\n{texts.CONFLICT_OWN}")]


def _judgement(checklist: Checklist) -> list[str]:
    lines = ["", *_notes(texts.JUDGEMENT), "[samlad_bedomning]", f"text = {EMPTY_TEXT}", '# rekommendation = "vidare"']
    lines += ["villkor = []", f"avvikelse_motivering = {EMPTY_TEXT}", ""]
    lines += [*_notes(texts.DIMENSIONS), "[samlad_bedomning.dimension]"]
    return [*lines, *(_pair(dimension.id, "") for dimension in checklist.dimensions)]
