"""What a chunk of records holds: blocks of arrays, and what is told of each record beside them."""

from dataclasses import dataclass

from hallbarhet.assessment.coding import Misfit
from hallbarhet.batch.claims import Claimed
from hallbarhet.batch.facts import Facts
from hallbarhet.batch.reading import RecordData
from hallbarhet.scoring.answers import Answers


@dataclass(frozen=True, eq=False)
class Block:
    """Records of one checklist, a row each."""

    fingerprint: str
    places: tuple[int, ...]
    """Where in the chunk each record stands."""
    facts: tuple[Facts, ...]
    claimed: Claimed
    answers: Answers
    misfits: tuple[tuple[Misfit, ...], ...]
    beside: Answers | None = None
    """What the records say that is no answer to a question, on another plan; see `encoding.beside`."""


@dataclass(frozen=True, eq=False)
class Blocks:
    """A chunk as it was read; every place in it stands in exactly one of the three."""

    blocks: tuple[Block, ...]
    """Records whose checklist's plan was at hand."""
    others: tuple[tuple[int, Facts, RecordData], ...]
    """Records of other checklists, with their data."""
    unread: tuple[tuple[int, RecordData], ...]
    """Records that could not be read."""
    remembered: str | None = None
    """The name of the file where it is remembered; None where it is not."""
