"""From words on the command line to calls; the only place that prints or exits."""

import sys

TYPE_CHECKING = False  # the name alone tells a type checker; typing is slow to load
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence


def main(argv: "Sequence[str] | None" = None) -> int:
    """Run one command and give its exit code: 0 done, 1 something found or left out, 2 could not be carried out."""
    from hallbarhet.cli import parser
    from hallbarhet.cli.output import tell
    from hallbarhet.errors import HallbarhetError
    from hallbarhet.texts import cli as texts

    words = list(sys.argv[1:] if argv is None else argv)
    try:
        arguments = parser.parse(words)
        return _carried_out(arguments)
    except HallbarhetError as error:
        tell(str(error))
        return 2
    except KeyboardInterrupt:
        tell(texts.INTERRUPTED)
        return 130
    except BrokenPipeError:
        # The reader of our output has gone, as in `hallbarhet berakna … | head`; there is nobody to tell.
        sys.stdout = None  # keeps the interpreter from flushing into the closed pipe
        return 0
    except Exception:  # noqa: BLE001  (a person must never meet a traceback; it is kept where a developer can read it)
        from hallbarhet.assessment.logbook import note
        from hallbarhet.cli.crash import keep_traceback

        note("programfel")
        tell(texts.crashed(keep_traceback()))
        return 2


def _carried_out(arguments: "argparse.Namespace") -> int:
    """Everything said and done, while there still is somebody to tell that it could not be."""
    from hallbarhet.cli.output import finish

    code = _logged(arguments)
    finish()
    return code


def _logged(arguments: "argparse.Namespace") -> int:
    """Carry the command out; the log says which one and how it ended, never on what."""
    if not getattr(arguments, "is_logged", True):
        return int(arguments.run(arguments))
    from hallbarhet.assessment.logbook import note

    note("start", arguments.kommando or "starta")
    try:
        code = int(arguments.run(arguments))
    except BaseException:
        note("avbrutet", arguments.kommando or "starta")
        raise
    note("slut", code)
    return code
