"""What stands against what where only the answers can tell, and which answers would decide a possible conflict."""

import numpy as np

from hallbarhet.scoring.codes import FIRST_UNKNOWN, LAST_UNKNOWN, UNANSWERED
from hallbarhet.scoring.detectors import Possible
from hallbarhet.scoring.evaluate import Evaluation
from hallbarhet.scoring.plan import Plan


class Involved:
    """One assessment seen from its conflicts: `row` of an evaluation."""

    def __init__(self, plan: Plan, evaluation: Evaluation, row: int) -> None:
        self._plan = plan
        self._evaluation = evaluation
        self._row = row
        codes = evaluation.activity.codes[:, row]
        self._codes: list[int] = codes.tolist()
        self._values: list[float] = plan.questions.values[np.arange(len(codes)), codes].tolist()

    def against(self, conflict: int) -> tuple[str, ...]:
        """The ids that stand against each other, what gains first: questions, dimensions, goals or categories."""
        possible = self._plan.detectors.possible[conflict]
        match possible.kind:
            case "par":
                return self._pair(possible)
            case "spann":
                return self._far_apart(conflict)
            case "dold":
                return self._strong(possible)
            case "fasett":
                return self._extremes(conflict)
            case "strategi":
                return self._tension(possible)
            case _:
                return possible.against

    def items(self, conflict: int) -> tuple[str, ...]:
        """The questions behind: for a facet those whose answers differ, otherwise all that it hangs on."""
        possible = self._plan.detectors.possible[conflict]
        if possible.kind == "fasett" and (split := self._split(conflict)):
            return tuple(self._plan.questions.ids[item] for item, _ in split)
        return possible.item_ids

    def waits_for(self, conflict: int) -> tuple[str, ...]:
        """The unknown questions that a possible conflict hangs on, in walking order."""
        possible = self._plan.detectors.possible[conflict]
        pairs = zip(possible.items, possible.item_ids, strict=True)
        return tuple(id_ for item, id_ in pairs if self._is_unknown(item))

    def _is_unknown(self, item: int) -> bool:
        return FIRST_UNKNOWN <= self._codes[item] <= LAST_UNKNOWN

    def _pair(self, possible: Possible) -> tuple[str, ...]:
        """A pair that also holds the other way is turned so that what gains stands first."""
        index = self._plan.questions.index
        if len(possible.against) == 2 and self._values[index[possible.against[0]]] < 0:  # noqa: PLR2004
            return possible.against[::-1] if self._values[index[possible.against[1]]] > 0 else possible.against
        return possible.against

    def _far_apart(self, conflict: int) -> tuple[str, ...]:
        gaps, dimensions = self._plan.detectors.gaps, self._plan.dimensions
        detector = gaps.owner.tolist().index(conflict)
        pair = int(self._evaluation.conflicts.gap_pairs[self._row, detector])
        if pair == len(dimensions) ** 2:
            return ()
        return dimensions[pair // len(dimensions)], dimensions[pair % len(dimensions)]

    def _strong(self, possible: Possible) -> tuple[str, ...]:
        """Strong answers up, strong answers down, and those that may turn out to be either."""
        questions, strong = self._plan.questions, self._plan.detectors.limits.strong_from
        known = [item for item in possible.items if not self._is_unknown(item)]
        up = [item for item in known if self._values[item] >= strong]
        down = [item for item in known if -self._values[item] >= strong]
        open_ = [
            item
            for item in possible.items
            if self._is_unknown(item) and (questions.best[item] >= strong or -questions.worst[item] >= strong)
        ]
        return tuple(questions.ids[item] for item in (*up, *down, *open_))

    def _split(self, conflict: int) -> list[tuple[int, list[tuple[float, str]]]]:
        """Questions whose facet answers differ enough, each with value and category."""
        plan, codes = self._plan, self._evaluation.answers.facets[self._row]
        splits = plan.detectors.splits
        found = []
        for detector in (splits.owner == conflict).nonzero()[0]:
            cells = [int(cell) for cell in splits.cells[:, detector] if cell < len(plan.columns.cells)]
            given = [(cell, int(codes[cell])) for cell in cells if codes[cell] < UNANSWERED]
            item = plan.columns.cells[cells[0]].item
            values = [
                (float(plan.questions.values[item, code]), plan.columns.cells[cell].category) for cell, code in given
            ]
            if not values or not plan.questions.is_known[item, self._codes[item]]:
                continue
            top, bottom = max(values)[0], min(values)[0]
            if top > 0 > bottom or top - bottom >= splits.uneven_from[detector, 0]:
                found.append((item, values))
        return found

    def _extremes(self, conflict: int) -> tuple[str, ...]:
        """The categories that gain most, then those that lose most."""
        winners: dict[str, None] = {}
        losers: dict[str, None] = {}
        for _, values in self._split(conflict):
            top, bottom = max(values)[0], min(values)[0]
            winners |= dict.fromkeys(category for value, category in values if value == top)
            losers |= dict.fromkeys(category for value, category in values if value == bottom)
        return tuple(winners | losers)

    def _tension(self, possible: Possible) -> tuple[str, ...]:
        """Two strategy goals, the one that gains first."""
        if len(possible.against) != 2:  # noqa: PLR2004  (a rule that gathers several tensions)
            return possible.against
        strategy, goals = self._evaluation.strategy, self._plan.strategy.goals
        first, second = (goals.index(goal) for goal in possible.against)
        as_written = min(strategy.plus[self._row, first], strategy.minus[self._row, second])
        turned = min(strategy.plus[self._row, second], strategy.minus[self._row, first])
        return possible.against[::-1] if turned > as_written else possible.against
