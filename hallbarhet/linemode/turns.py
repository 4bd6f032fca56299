"""What a person can say anywhere instead of answering: each unwinds the question and is met by the walk."""

from hallbarhet.assessment.walk import Step


class Turn(Exception):  # noqa: N818  (a turn in the conversation, no error)
    """The conversation goes another way."""


class Back(Turn):
    """To the question before."""


class Again(Turn):
    """The same step from its beginning."""


class Skip(Turn):
    """On, with this left as it is."""


class Undo(Turn):
    """Take back the last change."""


class Leave(Turn):
    """Save and end."""


class InputEnded(Turn):
    """There is nothing more to read."""


class GoTo(Turn):
    """To another step."""

    def __init__(self, step: Step) -> None:
        super().__init__(step)
        self.step = step
