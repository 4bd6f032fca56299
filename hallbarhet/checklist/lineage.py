"""What became of questions since an older version: the rows of `koppling`, one stage of the way at a time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from hallbarhet.checklist.model import Checklist
from hallbarhet.checklist.model import Mapping as Row
from hallbarhet.checklist.shelf import matches, numbers


@dataclass(frozen=True)
class Stage:
    """The rows that bring questions from one version to the next; they are carried out at the same time."""

    rows: tuple[Row, ...]

    @cached_property
    def left(self) -> frozenset[str]:
        """Ids that rows start from: such a question goes on only as what the rows make of it."""
        return frozenset(source for row in self.rows for source in sources_of(row))

    @cached_property
    def taken(self) -> frozenset[str]:
        """Ids that rows lead to, or say are new: an older question of that name does not go on under it."""
        return frozenset(row.target for row in self.rows if row.target is not None)

    def passes(self, item_id: str) -> bool:
        """Whether a question goes on under its own id because no row speaks of it."""
        return item_id not in self.left and item_id not in self.taken


def sources_of(row: Row) -> tuple[str, ...]:
    """The old questions of a row; none for a new one."""
    if row.kind == "ny":
        return ()
    return (row.sources,) if isinstance(row.sources, str) else row.sources


def stages(checklist_id: str, version: str, new: Checklist) -> tuple[Stage, ...]:
    """The stages from one version of a checklist to a newer checklist, in order; none where no row applies.

    Rows for the version itself come first, the most exact `fran_version` before a shorter one about the same question;
    after them the rows of every later version. Rows from another checklist lead straight to the new one.
    """
    rows = [row for row in new.mappings if _concerns(row, checklist_id, new)]
    starts = sorted({row.from_version for row in rows}, key=numbers)
    here = [start for start in starts if matches(version, start)]
    found = [_stage(rows, sorted(here, key=len, reverse=True))]
    if checklist_id != new.header.id:
        return tuple(stage for stage in found if stage.rows)
    passed = list(here)
    for start in starts:
        if numbers(start) <= numbers(version) or any(matches(start, other) for other in passed):
            continue
        within = [other for other in starts if matches(other, start)]
        found.append(_stage(rows, sorted(within, key=len)))
        passed.append(start)
    return tuple(stage for stage in found if stage.rows)


def heirs(items: Iterable[str], way: Iterable[Stage], new: Checklist) -> dict[str, tuple[str, ...]]:
    """What each old question is called in the new checklist: several ids where it was split, none where it ended."""
    became: dict[str, tuple[str, ...]] = {item_id: (item_id,) for item_id in items}
    for stage in way:
        targets = _targets(stage)
        became = {
            item_id: tuple(dict.fromkeys(heir for one in now for heir in _onward(one, stage, targets)))
            for item_id, now in became.items()
        }
    known = new.item_by_id
    return {item_id: tuple(heir for heir in now if heir in known) for item_id, now in became.items()}


def _concerns(row: Row, checklist_id: str, new: Checklist) -> bool:
    return (row.from_checklist or new.header.id) == checklist_id


def _stage(rows: Iterable[Row], starts: Iterable[str]) -> Stage:
    """The rows of some starts; an old question is spoken of by the first start that does."""
    chosen: list[Row] = []
    spoken: set[str] = set()
    for start in starts:
        fresh = [row for row in rows if row.from_version == start and not spoken.intersection(_subjects(row))]
        spoken.update(subject for row in fresh for subject in _subjects(row))
        chosen += fresh
    return Stage(tuple(chosen))


def _subjects(row: Row) -> tuple[str, ...]:
    return sources_of(row) or ((f"ny {row.target}",) if row.target else ())


def _targets(stage: Stage) -> Mapping[str, tuple[str, ...]]:
    targets: dict[str, list[str]] = {}
    for row in stage.rows:
        for source in sources_of(row):
            targets.setdefault(source, []).extend([row.target] if row.target is not None else [])
    return {source: tuple(found) for source, found in targets.items()}


def _onward(item_id: str, stage: Stage, targets: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    if item_id in targets:
        return targets[item_id]
    return (item_id,) if stage.passes(item_id) else ()
