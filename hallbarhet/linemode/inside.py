"""Going back inside a step: to its beginning, and only from there to the step before."""

from collections.abc import Iterator
from contextlib import contextmanager

from hallbarhet.linemode.turns import Again, Back


@contextmanager
def inside() -> Iterator[None]:
    """In here `tillbaka` leads to the beginning of the same step."""
    try:
        yield
    except Back:
        raise Again from None
