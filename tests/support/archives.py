"""Small archives of records made with checklists of all sorts."""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from support.worked import ANSWERS, DATA, worked_items

from hallbarhet.assessment.model import Answer, Assessment, Case, Header, Judged, NotRelevant, Unknown
from hallbarhet.assessment.moment import reference
from hallbarhet.assessment.records import to_bytes
from hallbarhet.assessment.result import score, stored_result
from hallbarhet.checklist.freezing import freeze
from hallbarhet.checklist.model import Checklist
from hallbarhet.checklist.reading import dump_checklist

NOW = datetime(2026, 11, 21, 14, 32, 10, tzinfo=UTC)

CASES: dict[str, dict[str, float]] = {
    "A": ANSWERS,
    "B": ANSWERS | {"M1": 2, "M2": 2, "M3": 2},
    "C": ANSWERS | {"M1": -2, "M2": -1, "M3": -1},
    "D": dict.fromkeys(ANSWERS, 1),
    "E": ANSWERS | {"S2": 2, "S3": 2, "M1": 0, "M2": 2},
}
"""W16: answers that give the published numbers of each case."""


def made(data: Mapping[str, Any], **tables: Any) -> Checklist:
    return Checklist.model_validate(deepcopy({**data, **tables}), by_alias=True, by_name=False)


def first_version(**tables: Any) -> Checklist:
    """The worked checklist."""
    return made(DATA, **tables)


def second_version(**tables: Any) -> Checklist:
    """W16: the weight of ekologisk doubled, and M4 added to the theme natur."""
    (part,) = worked_items()
    part["punkt"] = [*part["punkt"], {**part["punkt"][5], "id": "M4", "text": "M4?"}]
    dimensions = [{**entry, "vikt": 2 if entry["id"] == "ekologisk" else 1} for entry in DATA["dimension"]]
    head = {**DATA["checklista"], "version": "2.0.0"}
    return made(DATA, **{"checklista": head, "dimension": dimensions, "avsnitt": [part], **tables})


def answered(made_with: Checklist, answers: Mapping[str, float | str], name: str = "a", **more: Any) -> Assessment:
    """An assessment as it would be saved, with its result; `vet_inte` and `ej_relevant` by their words."""
    given = tuple(_answer(made_with, item, value) for item, value in answers.items())
    plain = Assessment(
        header=Header(id=name, created_at=NOW),
        case=Case(diary_number=f"RUN/{name}/2026"),
        checklist=reference(made_with),
        answers=given,
        **more,
    )
    return plain.model_copy(update={"result": stored_result(score(made_with, plain), NOW)})


def _answer(made_with: Checklist, item: str, value: float | str) -> Answer:
    asked = made_with.item_by_id.get(item)
    said = {"item": item, "question": asked.text if asked else "?"}
    if value == "vet_inte":
        return Unknown(**said)
    if value == "ej_relevant":
        return NotRelevant(**said, rationale="Gäller inte här.")
    scale = made_with.scale_of(asked) if asked else None
    anchor = scale.by_grade.get(float(value)) if scale else None
    return Judged(**said, grade=value, label=anchor.text if anchor else "")


def archive(folder: Path, records: Mapping[str, Assessment], kept: Iterable[Checklist] = ()) -> Path:
    """An archive with some records, and the copies it keeps of checklists."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, record in records.items():
        (folder / f"{name}.toml").write_bytes(to_bytes(record))
    for checklist in kept:
        freeze(checklist, folder / "checklistor")
    return folder


def worked_archive(folder: Path) -> Path:
    """The five cases of W16 under the first version."""
    old = first_version()
    return archive(folder, {name: answered(old, answers, name) for name, answers in CASES.items()}, [old])


def written(path: Path, checklist: Checklist) -> Path:
    """A checklist as a file."""
    path.write_text(dump_checklist(checklist), encoding="utf-8")
    return path


def rows(result: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """The machine rows of some chunks."""
    for chunk in result:
        yield from (dict(row.machine) for row in chunk.rows)
