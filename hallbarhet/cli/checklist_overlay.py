"""`hallbarhet checklista ny` and `frys`: an overlay begun, and its base kept beside it."""

import argparse

from hallbarhet.cli import start
from hallbarhet.texts import cli_owner as texts

TYPE_CHECKING = False  # the name alone tells a type checker; typing is slow to load
if TYPE_CHECKING:
    from hallbarhet.cli.words import Commands


def register(words: "Commands") -> None:
    """Add both."""
    new = words.add_parser("ny", help=texts.NEW, description=texts.NEW, epilog=texts.NEW_EXAMPLE)
    new.add_argument("--fran", metavar="CHECKLISTA", required=True, help=texts.NEW_BASE)
    new.add_argument("--region", metavar="NAMN", required=True, help=texts.NEW_REGION)
    new.add_argument("--ut", metavar="FIL", help=texts.NEW_OUT)
    start.add_options(new)
    new.set_defaults(run=run_new)
    freeze = words.add_parser("frys", help=texts.FREEZE, description=texts.FREEZE, epilog=texts.FREEZE_EXAMPLE)
    freeze.add_argument("fil", metavar="FIL", help=texts.FILE)
    freeze.set_defaults(run=run_freeze)


def run_new(arguments: argparse.Namespace) -> int:
    """Write the overlay; never over another file."""
    from pathlib import Path

    from hallbarhet.checklist.beginning import overlay_id, overlay_text
    from hallbarhet.checklist.library import Library
    from hallbarhet.cli.newfile import write_new
    from hallbarhet.cli.output import give, tell
    from hallbarhet.cli.words import archive_folder

    base = Library(archive_folder(arguments.arkiv)).find(arguments.fran)
    path = Path(arguments.ut or f"{overlay_id(base, arguments.region)}.toml")
    write_new(path, overlay_text(base, arguments.region, str(path)))
    give(str(path))
    tell(texts.begun(path))
    return 0


def run_freeze(arguments: argparse.Namespace) -> int:
    """Keep the base as it is now in `checklistor` beside the overlay."""
    from pathlib import Path

    from hallbarhet.checklist.freezing import freeze
    from hallbarhet.checklist.library import Library
    from hallbarhet.checklist.toml import load
    from hallbarhet.cli.output import give, tell
    from hallbarhet.errors import NotFoundError, UsageError

    path = Path(arguments.fil)
    library = Library(folder=path.resolve().parent)
    overlay = library.load(path)
    document, _ = load(path, fold_keys=True)
    head = document.data["checklista"] if document is not None else {}
    if "bygger_pa" not in head:
        raise UsageError(texts.is_no_overlay(path))
    origin = overlay.origins[0]
    base = library.with_fingerprint(origin.fingerprint, origin.id)
    if base is None:
        raise NotFoundError(texts.base_not_found(origin.id, origin.version))
    kept = freeze(base, path.parent / "checklistor")
    give(str(kept))
    tell(texts.frozen(kept, origin.id, origin.version))
    if head.get("bygger_pa_fingeravtryck") != origin.fingerprint:
        tell(texts.record_fingerprint(f"{origin.id}@{origin.version}", origin.fingerprint))
    return 0
