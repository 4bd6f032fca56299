"""A text file that a command writes: whole or not at all, and never over another."""

TYPE_CHECKING = False  # the name alone tells a type checker; typing and pathlib are slow to load
if TYPE_CHECKING:
    from pathlib import Path


def write_new(path: "Path", text: str) -> None:
    """Write it. Raises UsageError when there is one by that name, NotSavedError when it cannot be written."""
    from hallbarhet.assessment.atomic import write_new_file
    from hallbarhet.errors import UsageError
    from hallbarhet.texts.cli_owner import never_overwrites

    try:
        write_new_file(path, text.encode("utf-8"))
    except FileExistsError as error:
        raise UsageError(never_overwrites(path)) from error
