"""`hallbarhet checklista lista` and `visa`: which checklists there are, and one of them whole."""

import argparse

from hallbarhet.cli import start
from hallbarhet.texts import cli_owner as texts

TYPE_CHECKING = False  # the name alone tells a type checker; typing is slow to load
if TYPE_CHECKING:
    from collections.abc import Iterable

    from hallbarhet.checklist.library import Library
    from hallbarhet.checklist.shelf import Row
    from hallbarhet.cli.words import Commands
    from hallbarhet.report.render import Ending

ENDINGS: "dict[str, Ending]" = {"text": "txt", "md": "md", "html": "html"}
"""The template of each format."""


def register(words: "Commands") -> None:
    """Add both."""
    listing = words.add_parser("lista", help=texts.LIST, description=texts.LIST, epilog=texts.LIST_EXAMPLE)
    listing.add_argument("--alla", action="store_true", help=texts.LIST_ALL)
    listing.add_argument("--json", action="store_true", help=texts.JSON)
    start.add_options(listing)
    listing.set_defaults(run=run_list)
    show = words.add_parser("visa", help=texts.SHOW, description=texts.SHOW, epilog=texts.SHOW_EXAMPLE)
    show.add_argument("checklista", metavar="CHECKLISTA", help=texts.NAME)
    show.add_argument("--format", choices=tuple(ENDINGS), default="text", help=texts.SHOW_FORMAT)
    show.add_argument("--json", action="store_true", help=texts.SHOW_JSON)
    show.add_argument("--ut", metavar="FIL", help=texts.SHOW_OUT)
    start.add_options(show)
    show.set_defaults(run=run_show)


def run_list(arguments: argparse.Namespace) -> int:
    """One checklist a line: the newest of each, or with `--alla` every file."""
    import json

    from hallbarhet.checklist.library import Library
    from hallbarhet.cli.output import give, give_text, tell
    from hallbarhet.cli.words import archive_folder

    library = Library(archive_folder(arguments.arkiv))
    found = library.rows() if arguments.alla else tuple(sorted(library.choices(), key=lambda row: row.id))
    if arguments.json:
        for row in found:
            give(json.dumps(_as_data(row, library), ensure_ascii=False))
    elif found:
        for line in _aligned([texts.LIST_HEADINGS, *(_cells(row, library) for row in found)]):
            give_text(line)
    else:
        tell(texts.NOTHING_TO_LIST)
    return 0


def _as_data(row: "Row", library: "Library") -> dict[str, object]:
    return {
        "id": row.id,
        "version": row.version,
        "titel": row.title,
        "region": row.region,
        "stodformer": list(row.support_forms),
        "bygger_pa": row.builds_on or None,
        "varifran": _origin(row, library),
        "fil": str(row.path),
    }


def _cells(row: "Row", library: "Library") -> tuple[str, ...]:
    shelf = texts.SHELVES[_origin(row, library)]
    place = texts.overlay_on(shelf, row.builds_on) if row.builds_on else shelf
    return row.id, row.version, ", ".join(row.support_forms) or texts.ALL_FORMS, place, row.title


def _origin(row: "Row", library: "Library") -> str:
    return next((shelf.origin for shelf in library.shelves if shelf.folder == row.path.parent), "val")


def _aligned(rows: "Iterable[tuple[str, ...]]") -> "Iterable[str]":
    """Columns as wide as what stands in them; the last one as long as it is."""
    table = list(rows)
    widths = [max(len(row[column]) for row in table) for column in range(len(table[0]) - 1)]
    for row in table:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        yield "  ".join([*cells, row[-1]]).rstrip()


def run_show(arguments: argparse.Namespace) -> int:
    """The whole of a checklist, merged if it is an overlay."""
    from hallbarhet.checklist.library import Library
    from hallbarhet.cli.reading import with_origins
    from hallbarhet.cli.words import archive_folder
    from hallbarhet.settings import user_folder

    archive = archive_folder(arguments.arkiv)
    checklist, origins = with_origins(Library(archive), arguments.checklista)
    if arguments.json:
        import json

        _hand_over(json.dumps(checklist.data, ensure_ascii=False, indent=2), arguments.ut)
        return 0
    from hallbarhet.report.checklist_view import document_view
    from hallbarhet.report.render import render_checklist

    view = document_view(checklist, origins)
    document = render_checklist(view, ENDINGS[arguments.format], archive=archive, user=user_folder())
    _hand_over(document.rstrip("\n"), arguments.ut)
    return 0


def _hand_over(text: str, name: str | None) -> None:
    """To the file, and say where; without one to stdout, which not every shell can save without loss."""
    from hallbarhet.cli.output import give

    if name is None:
        give(text)
        return
    from pathlib import Path

    from hallbarhet.cli.newfile import write_new

    write_new(Path(name), f"{text}\n")
    give(name)
