"""What is said when a checklist's own test case does not hold."""

from hallbarhet.texts import swedish


def does_not_hold(name: str, sentences: tuple[str, ...]) -> str:
    return f"provfallet ”{name}” stämmer inte: {' '.join(sentences)}"


SUGGESTION = "Ändra checklistan, eller det väntade resultatet om det nya är rätt."


def other_level(expected: int, found: int | None) -> str:
    return f"Nivån blir {found if found is not None else 'ingen'}, väntat är {expected}."


def other_state(expected: str, found: str) -> str:
    return f"Läget blir {found}, väntat är {expected}."


def other_conflicts(missing: list[str], extra: list[str]) -> list[str]:
    return _differences("Målkonflikten", "Målkonflikterna", missing, extra)


def other_gates(missing: list[str], extra: list[str]) -> list[str]:
    return _differences("Hållplatsen", "Hållplatserna", missing, extra)


def _differences(one: str, many: str, missing: list[str], extra: list[str]) -> list[str]:
    said = []
    if missing:
        said.append(f"{one if len(missing) == 1 else many} {swedish.listed(missing)} väntades men utlöses inte.")
    if extra:
        said.append(f"{one if len(extra) == 1 else many} {swedish.listed(extra)} utlöses men väntades inte.")
    return said
