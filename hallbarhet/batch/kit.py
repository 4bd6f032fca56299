"""Everything that a worker needs to re-score a chunk of records, and no checklist until one has to be asked."""

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from hallbarhet.batch.alternatives import Alternative
from hallbarhet.batch.pairs import Pair
from hallbarhet.scoring.plan import Plan

TYPE_CHECKING = False  # the models are loaded only where a record is carried by itself
if TYPE_CHECKING:
    from hallbarhet.checklist.model import Checklist

Reference = tuple[str, str, str]
"""Id, version and fingerprint of a checklist, as a record has them."""

OTHER_CHECKLIST = "annan_checklista"
NO_CHECKLIST = "okand_checklista"
"""Why a record is left out: it is of another checklist that nothing leads on from, or nobody has kept its own and it
was to be counted under that. The words of `omrakna --json`."""


@dataclass(frozen=True, eq=False)
class Kit:
    """What is known of the checklists of the records so far. Made in one process and sent to all."""

    pairs: Mapping[str, Pair] = field(default_factory=dict)
    """By the fingerprint of the old checklist."""
    unknown: Mapping[tuple[str, str], Pair] = field(default_factory=dict)
    """By id and version, for records whose checklist nobody has kept to the letter."""
    missing: frozenset[str] = frozenset()
    """The fingerprints of those."""
    left_out: Mapping[Reference, str] = field(default_factory=dict)
    """Checklists whose records are not re-scored, and why."""
    alternatives: tuple[Alternative, ...] = (Alternative(),)
    """Every way to count, in the order asked for."""
    target: str = ""
    """Id and version of the new checklist; empty where each record is counted under its own."""
    models: Mapping[str, bytes] = field(default_factory=dict)
    """The old and the new checklist, pickled, by the fingerprint of the old; empty where nobody has kept that."""

    @cached_property
    def plans(self) -> dict[str, Plan]:
        """Plans of the old checklists that tables lead on from."""
        return {
            fingerprint: pair.old
            for fingerprint, pair in self.pairs.items()
            if pair.old is not None and (pair.carry is None or pair.carry.is_wieldy)
        }

    @cached_property
    def targets(self) -> dict[str, Plan]:
        """Plans of the new checklist, where it is another."""
        return {fingerprint: self.pairs[fingerprint].new for fingerprint in self.plans if self.pairs[fingerprint].carry}

    def pair_for(self, used: Reference) -> Pair | None:
        """The pair for the records of a checklist."""
        return self.pairs.get(used[2]) or (self.unknown.get(used[:2]) if used[2] in self.missing else None)

    def knows(self, used: Reference) -> bool:
        """Whether it says what to do with the records of a checklist."""
        return used in self.left_out or self.pair_for(used) is not None

    def checklists(self, fingerprint: str) -> "tuple[Checklist | None, Checklist]":
        """The old checklist, where there is one, and the new."""
        found: tuple[Checklist | None, Checklist] = pickle.loads(self.models[fingerprint])  # noqa: S301  (our own)
        return found
