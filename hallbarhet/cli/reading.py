"""A checklist read for its owner: with where each part comes from."""

from hallbarhet.checklist.entries import Name
from hallbarhet.checklist.library import Library
from hallbarhet.checklist.model import Checklist
from hallbarhet.checklist.provenance import Provenance, provenance
from hallbarhet.checklist.reading import load_checklist, read_with_origins


def with_origins(library: Library, name: str) -> tuple[Checklist, dict[Name, Provenance]]:
    """The checklist of an id, a file or a fingerprint. Raises NotFoundError or FaultyFileError."""
    if name.startswith("sha256"):
        return library.find(name), {}
    path = library.path_of(name)
    reading = read_with_origins(path, folders=library.folders)
    if reading.checklist is None or reading.layers is None:
        # says what is wrong the way every other command does
        return load_checklist(path, folders=library.folders), {}
    return reading.checklist, provenance(reading.layers)
