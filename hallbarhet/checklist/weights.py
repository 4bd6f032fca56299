"""How small and how large a weight may be: points stay numbers however weights are multiplied and divided."""

from typing import Final

LIGHTEST: Final = 0.000001
HEAVIEST: Final = 1_000_000


def is_weight(value: float) -> bool:
    """Whether it may be a weight: 0, or neither a trifle nor beyond measure."""
    return value == 0 or LIGHTEST <= value <= HEAVIEST
