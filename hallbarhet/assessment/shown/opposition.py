"""What stands against what in a goal conflict, as lines."""

from hallbarhet.assessment.names import Names
from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.assessment.shown.answers import answer_words
from hallbarhet.assessment.shown.standing import points_words
from hallbarhet.scoring.outcome import ConflictOutcome


def opposition(session: AssessmentSession, conflict: ConflictOutcome | None, against: tuple[str, ...]) -> list[str]:
    """One line for each side: the question with its answer, the dimension with its points, the goal by name."""
    sides = conflict.against if conflict is not None else against
    return [_side(session, id_) for id_ in sides]


def _side(session: AssessmentSession, id_: str) -> str:
    checklist = session.checklist
    if (item := checklist.item_by_id.get(id_)) is not None:
        return f"{item.name}: {answer_words(item, session.answer_to(id_))}"
    for found in session.outcome.dimensions:
        if found.id == id_:
            name = next(entry.name for entry in checklist.dimensions if entry.id == id_)
            points, span = points_words(found)
            return f"{name}: {points}" + (f" ({span})" if span else "")
    for facet in checklist.facets:
        for category in facet.categories:
            if id_ in {category.id, f"{facet.id}.{category.id}"}:
                return f"{facet.name}: {category.text}"
    return Names(checklist).opposed(id_)
