"""Two versions of a checklist with every kind of koppling between them, and assessments made with the older."""

from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st
from support.random_checklists import SCALES, as_checklist, scale_tables

from hallbarhet.assessment.model import (
    Answer,
    Assessment,
    Case,
    Choice,
    FreeText,
    Header,
    Judged,
    NotRelevant,
    Quantity,
    Unknown,
)
from hallbarhet.assessment.moment import reference
from hallbarhet.checklist.model import Checklist, Item

NOW = datetime(2026, 11, 21, 14, 32, 10, tzinfo=UTC)
KINDS = ("bedomning", "bedomning", "bedomning", "text", "tal", "val")
ALTERNATIVES = ("ett", "tva", "tre")
FACETS = [
    {"id": id_, "namn": id_, "slag": kind, "kategorier": [{"id": one, "text": one} for one in categories]}
    for id_, kind, categories in (("kon", "grupp", ("kvinnor", "man")), ("tid", "tid", ("nu", "sen")))
]


def checklist(version: str, items: list[dict[str, Any]], rows: list[dict[str, Any]], **more: Any) -> Checklist:
    """A checklist of some questions, those that are judged in two themes of two dimensions."""
    return as_checklist(
        {
            "format": 1,
            "checklista": {"id": "slump", "version": version, "titel": "S"},
            "dimension": [{"id": "d0", "namn": "D"}, {"id": "d1", "namn": "D"}],
            "tema": [{"id": f"t{n}", "namn": "T", "dimension": f"d{n}"} for n in (0, 1)],
            "skala": scale_tables(),
            "fasett": FACETS,
            "avsnitt": [{"id": "a", "titel": "A", "punkt": items}],
            "koppling": rows,
            **more,
        }
    )


@st.composite
def questions(draw: Any, id_: str) -> dict[str, Any]:
    """A question of any kind."""
    kind = draw(st.sampled_from(KINDS))
    asked: dict[str, Any] = {"id": id_, "text": f"{id_}?", "slag": kind, "ej_relevant": draw(st.booleans())}
    if kind == "bedomning":
        asked |= {"skala": draw(st.sampled_from([*SCALES])), "tema": draw(st.sampled_from(["t0", "t1"]))}
        asked |= {"vikt": draw(st.sampled_from([0, 1, 1, 2, 5]))}
        asked |= {"fasetter": draw(st.lists(st.sampled_from(["kon", "tid"]), unique=True))}
    elif kind == "tal":
        asked |= draw(st.sampled_from([{}, {"min": 0}, {"min": 0, "max": 3}]))
    elif kind == "val":
        found = draw(st.lists(st.sampled_from(ALTERNATIVES), min_size=1, unique=True))
        asked |= {"alternativ": [{"id": one, "text": one} for one in found], "flera": draw(st.booleans())}
    return asked


@st.composite
def pairs(draw: Any) -> tuple[Checklist, Checklist]:  # noqa: C901  (one branch for each kind of koppling)
    """An older and a newer version."""
    names = [f"q{n}" for n in range(draw(st.integers(1, 6)))]
    before = [draw(questions(name)) for name in names]
    left, after, rows = list(before), [], []
    while left:
        asked = left.pop(0)
        fate = draw(st.sampled_from(["kvar", "kvar", "samma", "omskalad", "sammanslagen", "delad", "borttagen", "ut"]))
        new = f"n{len(rows)}"
        if fate == "kvar":
            after.append(asked if draw(st.booleans()) else draw(questions(asked["id"])))
        elif fate == "samma":
            after.append({**asked, "id": new} if draw(st.booleans()) else draw(questions(new)))
            rows.append({"slag": draw(st.sampled_from(["samma", "omformulerad"])), "fran": asked["id"], "till": new})
        elif fate == "omskalad":
            after.append({**draw(questions(new)), "fasetter": asked.get("fasetter", [])} if "skala" in asked else asked)
            if "skala" in asked:
                rows.append({"slag": fate, "fran": asked["id"], "till": new, "grader": draw(_tables(asked, after[-1]))})
        elif fate == "sammanslagen":
            parts = [asked, *(left.pop(0) for _ in range(draw(st.integers(0, min(2, len(left))))))]
            after.append(draw(questions(new)))
            rule = draw(st.sampled_from([{}, {"regel": "min"}, {"regel": "medel"}, {"regel": "vet_inte"}]))
            rows.append({"slag": fate, "fran": [part["id"] for part in parts], "till": new, **rule})
        elif fate == "delad":
            for end in ("a", "b"):
                after.append({**asked, "id": f"{new}{end}"} if draw(st.booleans()) else draw(questions(f"{new}{end}")))
                rule = draw(st.sampled_from([{}, {"regel": "kopia"}, {"regel": "vet_inte"}]))
                rows.append({"slag": fate, "fran": asked["id"], "till": f"{new}{end}", **rule})
        elif fate == "borttagen":
            rows.append({"slag": fate, "fran": asked["id"]})
    after.append(draw(questions("ny")))
    rows.append({"slag": "ny", "till": "ny"})
    for asked in after:
        if asked["slag"] != "bedomning":
            asked.pop("fasetter", None)
    rows = [{"fran_version": draw(st.sampled_from(["1", "1.0"])), **row} for row in rows]
    return checklist("1.0.0", before, []), checklist("2.0.0", after, rows)


@st.composite
def _tables(draw: Any, old: dict[str, Any], new: dict[str, Any]) -> list[dict[str, float]]:
    """Some grades of the old scale, to grades of the new one or to any."""
    targets = [*SCALES[new["skala"]]["grader"]] if "skala" in new else [0]
    chosen = draw(st.lists(st.sampled_from(SCALES[old["skala"]]["grader"]), min_size=1, unique=True))
    return [{"fran": grade, "till": draw(st.sampled_from([*targets, 7]))} for grade in chosen]


@st.composite
def answers_to(draw: Any, old: Checklist) -> Assessment:
    """An assessment that fits its checklist, with any of its questions answered in any way."""
    found = [answer for item in old.items if (answer := draw(_answers(old, item))) is not None]
    return Assessment(
        header=Header(id="a", created_at=NOW),
        case=Case(diary_number="RUN/1/2026"),
        checklist=reference(old),
        answers=tuple(found),
    )


@st.composite
def _answers(draw: Any, old: Checklist, item: Item) -> Answer | None:
    said = {"item": item.id, "question": item.text}
    fate = draw(st.sampled_from(["svar", "svar", "svar", "vet_inte", "ej_relevant", "inget"]))
    if fate == "inget" or (fate == "ej_relevant" and not old.may_be_waived(item)):
        return None
    if fate == "vet_inte":
        return Unknown(**said)
    if fate == "ej_relevant":
        return NotRelevant(**said, rationale="Gäller inte här.")
    scale = old.scale_of(item) if item.kind == "bedomning" else None
    if scale is not None:
        grades = [grade.grade for grade in scale.grades]
        split = {
            facet.id: {one.id: draw(st.sampled_from(grades)) for one in facet.categories if draw(st.booleans())}
            for facet in old.facets
            if facet.id in item.facets and draw(st.booleans())
        }
        split = {facet: cells for facet, cells in split.items() if cells}
        grade = draw(st.sampled_from(grades))
        return Judged(**said, grade=grade, label=scale.by_grade[grade].text, facets=split)
    match item.kind:
        case "text":
            return FreeText(**said, content="Så här är det.")
        case "tal":
            return Quantity(**said, value=draw(st.sampled_from([-1, 0, 2.5, 4])))
        case _:
            known = [one.id for one in item.alternatives]
            most = len(known) if item.several else 1
            chosen = st.lists(st.sampled_from(known), min_size=1, max_size=most, unique=True)
            return Choice(**said, chosen=tuple(draw(chosen)))
