"""What is said when an assessment is carried to another checklist."""


def carried_over(before: str, after: str) -> str:
    return f"anpassad från {before} till {after}"
