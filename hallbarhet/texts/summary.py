"""The few lines that `berakna` gives of one assessment."""


def heading(name: str, diary_number: str, title: str) -> str:
    return "  ".join(part for part in (name, diary_number, title) if part)


def gate(title: str, state: str) -> str:
    return f"{title if title.startswith('Hållplats') else f'Hållplats: {title}'} ({state})"


def conflict(title: str, severity: str, status: str) -> str:
    return f"Målkonflikt: {title} ({severity}; {status})"


def possible_conflict(title: str) -> str:
    return f"Möjlig målkonflikt: {title}"
