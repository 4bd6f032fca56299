"""What scoring has to say to a person: why a checklist cannot be scored."""

from collections.abc import Sequence

from hallbarhet.texts import swedish

DEPTH = "fordjupad_om"


def shown_in_a_ring(names: Sequence[str]) -> str:
    around = swedish.listed([f"”{name}”" for name in names])
    return f"Frågorna {around} visas om varandra i en ring. Ta bort ett av villkoren i visas_om eller fordjupad_om."
