"""Where checklists and templates lie, nearest first: a folder that was named, the archive, the person, the product."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["checklists", "templates"]
Origin = Literal["val", "arkiv", "anvandare", "paket", "kallkod"]

_OWN_NAMES: dict[Kind, str] = {"checklists": "checklistor", "templates": "mallar"}
"""What the folders are called where a region keeps its own."""

_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Shelf:
    """One folder, and whose it is."""

    origin: Origin
    folder: Path

    @property
    def is_shipped(self) -> bool:
        """Whether it came with the product, so that nobody should edit it."""
        return self.origin in {"paket", "kallkod"}


def shelves(
    kind: Kind, *, option: Path | None = None, archive: Path | None = None, user: Path | None = None
) -> tuple[Shelf, ...]:
    """The folders that exist, nearest first, each once."""
    own = _OWN_NAMES[kind]
    wanted: list[Shelf] = []
    if option is not None:
        wanted.append(Shelf("val", option))
    if archive is not None:
        wanted.append(Shelf("arkiv", archive / own))
    if user is not None:
        wanted.append(Shelf("anvandare", user / own))
    seen: set[Path] = set()
    there: list[Shelf] = []
    for shelf in (*wanted, *shipped(kind)):
        resolved = shelf.folder.resolve()
        if resolved not in seen and resolved.is_dir():
            seen.add(resolved)
            there.append(shelf)
    return tuple(there)


def shipped(kind: Kind) -> Iterator[Shelf]:
    """Where the product's own lie: inside an installed package, or at the top of a source checkout."""
    yield Shelf("paket", _PACKAGE / "data" / kind)
    top = _PACKAGE.parent
    # only beside our own pyproject.toml: a folder of that name in site-packages would be somebody else's
    if (top / "pyproject.toml").is_file():
        yield Shelf("kallkod", top / kind)


def find(
    kind: Kind,
    name: str,
    *,
    option: Path | None = None,
    archive: Path | None = None,
    user: Path | None = None,
) -> Path | None:
    """The nearest file of a name, or None. A name that points out of the folders finds nothing."""
    if Path(name).name != name or name in {"", ".", ".."}:
        return None
    for shelf in shelves(kind, option=option, archive=archive, user=user):
        if (shelf.folder / name).is_file():
            return shelf.folder / name
    return None
