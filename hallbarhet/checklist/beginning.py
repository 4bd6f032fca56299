"""An overlay to begin with: what it builds on, and commented examples made from the base's own questions."""

import re
from collections.abc import Iterator

from hallbarhet.checklist.conditions import Condition, ItemAtom, atoms
from hallbarhet.checklist.model import Checklist, Item
from hallbarhet.checklist.nearest import folded
from hallbarhet.checklist.writing import literal
from hallbarhet.texts import beginnings as texts

FIRST_VERSION = "0.1.0"
"""An overlay that nobody has used yet."""

LONGEST_ID = 64


def overlay_id(base: Checklist, region: str) -> str:
    """A name for a region's overlay: `region-x-projektmedel` on `grund-projektmedel`."""
    kind = base.header.id.partition("-")[2] or base.header.id
    slug = re.sub(r"[^a-z0-9]+", "-", folded(region).lower()).strip("-") or "region"
    return f"{slug}-{kind}"[:LONGEST_ID].rstrip("-")


def overlay_text(base: Checklist, region: str, file: str) -> str:
    """The overlay as TOML, with comments; what is not commented out changes nothing but whose it is."""
    return "\n".join(_blocks(base, region, file)).rstrip("\n") + "\n"


def _blocks(base: Checklist, region: str, file: str) -> Iterator[str]:
    head = base.header
    yield texts.top(_on_one_line(head.title), head.id, head.version, _on_one_line(file))
    yield "format = 1\n"
    yield texts.HEAD
    yield "[checklista]"
    yield _pair("id", overlay_id(base, region))
    yield _pair("version", FIRST_VERSION)
    yield _pair("titel", texts.own_title(_without_region(head.title, head.region), region))
    yield _pair("region", region)
    yield _pair("bygger_pa", f"{head.id}@{'.'.join(head.version.split('.')[:2])}")
    yield texts.FINGERPRINT
    yield _pair("bygger_pa_fingeravtryck", base.fingerprint)
    yield ""
    # the order matters: once uncommented, a question follows the part it stands in
    dimension = base.dimensions[-1]
    yield from _block(texts.DIMENSION, ["[[dimension]]", _pair("id", dimension.id), _pair("vikt", 2)])
    yield from _questions(base, overlay_id(base, region))
    yield from _drop(base)
    gate = ["[[hallplats]]", _pair("id", "egen-hallplats"), _pair("efter", base.sections[-1].id)]
    asked = [_pair("titel", texts.GATE_TITLE), _pair("verkan", "alltid"), _pair("fragor", [texts.GATE_QUESTION])]
    yield from _block(texts.GATE, [*gate, *asked])
    yield from _block(texts.RULES, ["[regler]", _pair("svarsgrad_min", base.rules.coverage_min)])
    expected = ["[[provfall]]", _pair("namn", texts.EXAMPLE_NAME), "svar = {}", "vantat = { malkonflikter = [] }"]
    yield from _block(texts.EXAMPLE, expected)


def _without_region(title: str, region: str) -> str:
    """A title that does not say whose the base is."""
    place = region.removeprefix("Region ").strip()
    return title.removesuffix(f" i {region}").removesuffix(f" i {place}") if place else title


def _questions(base: Checklist, overlay: str) -> Iterator[str]:
    scored = next((item for item in base.items if item.is_scored), None)
    if scored is None:
        return
    section = base.section_of[scored.id]
    yield texts.heading(texts.in_section(_on_one_line(section.title)))
    yield from _examples(["[[avsnitt]]", _pair("id", section.id)])
    yield ""
    weight = 2 if scored.weight == 1 else 1
    known = ["[[avsnitt.punkt]]", _pair("id", scored.id), _pair("vikt", weight)]
    yield from _block(texts.QUESTION, [*known, _pair("vagledning", texts.OWN_GUIDANCE)])
    own = ["[[avsnitt.punkt]]", _pair("id", f"{overlay[:50]}-egen"), _pair("placera_efter", scored.id)]
    words = [_pair("text", texts.OWN_QUESTION), _pair("kort", texts.OWN_SHORT), _pair("vagledning", texts.OWN_GUIDANCE)]
    counts = [_pair("slag", "bedomning"), _pair("skala", scored.scale), _pair("tema", scored.theme)]
    yield from _block(texts.NEW_QUESTION, [*own, *words, *counts])


def _drop(base: Checklist) -> Iterator[str]:
    questions = [("punkt", item.id) for item in base.items if _is_droppable(base, item)]
    expected = {id_ for example in base.examples for id_ in example.expected.conflicts or ()}
    rules = [("malkonflikt", rule.id) for rule in base.conflict_rules if rule.id not in expected]
    for kind, id_ in (questions or rules)[-1:]:
        gone = ["[[ta_bort]]", _pair(kind, id_), _pair("motivering", texts.DROP_REASON)]
        yield from _block(texts.DROP, gone)


def _is_droppable(base: Checklist, item: Item) -> bool:
    """Whether nothing else in the checklist speaks of a question."""
    first = next((one for one in base.items if one.is_scored), None)
    if item is first or item.id in _spoken_of(base):
        return False
    alike = [one for one in base.items if one.theme == item.theme and one.is_scored]
    return item.theme is None or len(alike) > 1


def _spoken_of(base: Checklist) -> set[str]:
    named = {id_ for rule in base.conflict_rules for id_ in (rule.gains, rule.loses) if id_ is not None}
    named |= {id_ for example in base.examples for id_ in example.answers}
    named |= {row.target for row in base.mappings if row.target is not None}
    named |= {atom.item for one in _conditions(base) for atom in atoms(one) if isinstance(atom, ItemAtom)}
    facets = {id_ for example in base.examples for id_ in example.expected.conflicts or ()}
    return named | {item.id for item in base.items if any(item.id in id_ for id_ in facets)}


def _conditions(base: Checklist) -> Iterator[Condition]:
    owners = (
        *(item.shown_if for item in base.items),
        *(gate.condition for gate in base.gates),
        *(rule.condition for rule in base.conflict_rules),
        base.rules.deepened_if,
    )
    return (condition for condition in owners if condition is not None)


def _block(words: str, lines: list[str]) -> Iterator[str]:
    """A heading, with lines that do nothing until somebody takes away their mark."""
    yield texts.heading(words)
    yield from _examples(lines)
    yield ""


def _examples(lines: list[str]) -> Iterator[str]:
    return (_example(line) for line in lines)


def _example(line: str) -> str:
    return f"#{line}"


def _on_one_line(text: str) -> str:
    """Words that may stand in a comment, which a line break or a control character would end."""
    return "".join(sign for sign in " ".join(text.split()) if sign.isprintable())


def _pair(key: str, value: object) -> str:
    return f"{key} = {literal(value)}"
