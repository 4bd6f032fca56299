"""What can go wrong for a person, each with one sentence that says what to do.

Errors are raised only where the work cannot go on. Faults in a file are values
(`hallbarhet.checklist.problems.Problem`), collected and told together.
"""


class HallbarhetError(Exception):
    """Something a person can mend; `str(error)` is the sentence to show, in Swedish."""


class NotFoundError(HallbarhetError):
    """A file, checklist or archive that was asked for is not there."""


class FaultyFileError(HallbarhetError):
    """A file was found but is not right, or not in a form this version reads."""


class NotSavedError(HallbarhetError):
    """Something could not be written; what was typed is still in memory or in a file that the sentence names."""


class ChangedOnDiskError(NotSavedError):
    """The file was changed by somebody else since it was read, and was left as it is."""


class NotAllowedError(HallbarhetError):
    """A step the walk does not allow yet, such as completing a case with reasons missing."""


class UsageError(HallbarhetError):
    """The words on the command line do not add up."""
