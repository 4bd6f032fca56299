"""What the answers hold beside one code per question: numbers, choices, facet cells and case fields."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from hallbarhet.scoring.atoms import CaseLeaf
from hallbarhet.scoring.bounds import CaseValue


@dataclass(frozen=True)
class Cell:
    """One group, place or time that the answer to a question may be split on."""

    item: int
    facet: str
    category: str
    is_long_term: bool


@dataclass(frozen=True, eq=False)
class Columns:
    """Which column holds what."""

    numbers: tuple[int, ...]
    """Question of each number."""
    choices: tuple[tuple[int, str], ...]
    """Question and alternative of each choice."""
    cells: tuple[Cell, ...]
    case: tuple[CaseLeaf, ...]
    """Case atoms, in column order."""

    @cached_property
    def number_of(self) -> dict[int, int]:
        """Column by question, for questions of the kind `tal`."""
        return {item: column for column, item in enumerate(self.numbers)}

    @cached_property
    def choice_of(self) -> dict[tuple[int, str], int]:
        """Column by question and alternative."""
        return {choice: column for column, choice in enumerate(self.choices)}

    @cached_property
    def cell_of(self) -> dict[tuple[int, str, str], int]:
        """Column by question, facet and category."""
        return {(cell.item, cell.facet, cell.category): column for column, cell in enumerate(self.cells)}

    def case_truths(self, fields: Mapping[str, CaseValue]) -> list[int]:
        """Truth of every case atom, given the fields of a case by their keys in the file."""
        return [leaf.bounds.truth_of_case(fields.get(leaf.field)) for leaf in self.case]
