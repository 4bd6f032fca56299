"""Gates: what each kind needs, and what has no meaning for it."""

from collections.abc import Iterator

from hallbarhet.checklist import kinds
from hallbarhet.checklist.checks.context import Context
from hallbarhet.checklist.problems import Finding, Path
from hallbarhet.texts import checklist as texts


def findings(context: Context) -> Iterator[Finding]:
    """What is wrong with each gate."""
    for number, gate in enumerate(context.checklist.gates):
        path: Path = ("hallplats", number)
        if gate.condition is None and gate.effect != "alltid":
            yield Finding(kinds.GATE_WITHOUT_CONDITION, path, texts.gate_needs_condition(gate.effect))
        if gate.condition is not None and gate.effect == "alltid":
            yield Finding(kinds.GATE_KEY_WITHOUT_MEANING, (*path, "om"), texts.ALWAYS_NEEDS_NO_CONDITION)
        if gate.effect == "krav" and not gate.documents:
            yield Finding(kinds.GATE_WITHOUT_DOCUMENTS, path, texts.REQUIRE_WHAT)
        if gate.effect != "krav" and gate.documents:
            yield Finding(kinds.GATE_KEY_WITHOUT_MEANING, (*path, "handlingar"), texts.DOCUMENTS_ONLY_FOR_REQUIRE)
