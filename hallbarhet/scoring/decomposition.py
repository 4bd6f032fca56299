"""What moved a score from one version of a checklist to another, shared out on the factors that changed."""

from collections.abc import Callable, Hashable, Sequence
from itertools import combinations
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
    factors it is half of what it adds first plus half of what it adds last. 2^k scorings for k factors.
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
    return parts


def _weight(before: int, factors: int) -> float:
    """The share of all orders in which exactly these `before` factors have changed already."""
    return factorial(before) * factorial(factors - 1 - before) / factorial(factors)
