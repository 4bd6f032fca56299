"""stdout is data, stderr is narration."""

import sys

TYPE_CHECKING = False  # the name alone tells a type checker; typing is slow to load
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import NoReturn


def give(line: str) -> None:
    """Write one line of data. Raises NotSavedError where there is no room for it."""
    try:
        print(line)
    except OSError as error:
        _stop(error)


def finish() -> None:
    """Pass on what is still held, while there is somebody to tell that it could not be. Raises NotSavedError."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except OSError as error:
        _stop(error)


def _stop(error: OSError) -> "NoReturn":
    import errno

    from hallbarhet.errors import NotSavedError
    from hallbarhet.texts import standard_output as texts

    if isinstance(error, BrokenPipeError):
        raise error
    sys.stdout = None  # keeps the interpreter from trying once more when it ends
    raise NotSavedError(texts.not_given(error.errno in {errno.ENOSPC, errno.EDQUOT}, error.strerror)) from error


def give_text(line: str) -> None:
    """Write one line of data with words from people in it, which may steer no terminal."""
    give(_harmless(line))


def tell(sentence: str) -> None:
    """Say something to the person; words from a file may steer no terminal."""
    print(_harmless(sentence), file=sys.stderr)


def tell_all(sentences: "Iterable[str]") -> None:
    """Say several things, one a line."""
    for sentence in sentences:
        tell(sentence)


def is_interactive() -> bool:
    """Whether a person sits at the other end, so that a full-screen program makes sense."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


def write_utf8() -> None:
    """Make the streams speak UTF-8 and Unix line ends, also in a Windows console set to another code page."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _harmless(text: str) -> str:
    from hallbarhet.assessment.shown.plain import harmless

    return harmless(text)
