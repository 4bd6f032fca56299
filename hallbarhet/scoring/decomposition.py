"""What moved a score from one version of a checklist to another, shared out on the factors that changed."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from itertools import combinations, permutations
from math import factorial
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

F = TypeVar("F", bound=Hashable)
Values = NDArray[np.float64]


def decomposed(value: Callable[[frozenset[F]], Values], factors: Sequence[F]) -> dict[F, Values]:
    """Each factor's part of `value(all factors) − value(none)`, in the unit of `value`; the parts sum to the whole.

    `value` gives the scores, shape [n], with the named factors new and the others old. A part is the Shapley average
    of what the factor adds, over every order in which the factors could have changed (B10; Shapley 1953). With two
    factors it is half of what it adds first plus half of what it adds last. 2^k scorings for k factors. Where a score
    on the way does not exist, the average is over the orders that do not pass it, and NaN when there is none.
    """
    found: dict[frozenset[F], Values] = {}
    for size in range(len(factors) + 1):
        for changed in combinations(factors, size):
            found[frozenset(changed)] = np.asarray(value(frozenset(changed)), dtype=np.float64)
    parts: dict[F, Values] = {}
    for factor in factors:
        others = [other for other in factors if other != factor]
        steps = [
            _weight(size, len(factors)) * (found[frozenset({*before, factor})] - found[frozenset(before)])
            for size in range(len(factors))
            for before in combinations(others, size)
        ]
        parts[factor] = np.add.reduce(steps, axis=0)
    if any(np.isnan(part).any() for part in parts.values()):
        return {
            factor: np.where(np.isnan(part), _passable(found, factors, factor), part) for factor, part in parts.items()
        }
    return parts


def _passable(found: Mapping[frozenset[F], Values], factors: Sequence[F], factor: F) -> Values:
    """A factor's average step over the orders in which every score exists."""
    total, count = np.zeros_like(found[frozenset()]), np.zeros_like(found[frozenset()])
    for order in permutations(factors):
        scores = [found[frozenset(order[:size])] for size in range(len(order) + 1)]
        exists = ~np.logical_or.reduce([np.isnan(score) for score in scores])
        place = order.index(factor)
        total += np.where(exists, scores[place + 1] - scores[place], 0.0)
        count += exists
    return np.divide(total, count, out=np.full_like(total, np.nan), where=count > 0)


def _weight(before: int, factors: int) -> float:
    """The share of all orders in which exactly these `before` factors have changed already."""
    return factorial(before) * factorial(factors - 1 - before) / factorial(factors)
