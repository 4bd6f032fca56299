"""The quick reader of records that the program wrote itself: the same data as `tomllib`, or nothing at all."""

from typing import Any


def parsed(data: bytes) -> dict[str, Any] | None:
    """The data of a record in exactly our own form; None for anything else, which says nothing about the record."""
    del data
    return None
