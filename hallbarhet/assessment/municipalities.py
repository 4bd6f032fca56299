"""Sweden's kommuner: known by name, code or how people write them, suggested by how they begin, in Swedish order."""

from collections.abc import Sequence

from hallbarhet.checklist.canonical import normalised
from hallbarhet.checklist.nearest import folded, nearest
from hallbarhet.texts.municipalities import CODE_BY_NAME

NAMES = tuple(CODE_BY_NAME)

_TITLES = (" kommun", " stad", " region")
_NAME_BY_WORD = {name.casefold(): name for name in NAMES} | {code: name for name, code in CODE_BY_NAME.items()}


def known(written: str) -> str | None:
    """The name of a kommun written in capitals, with its code, or as in "Stockholms stad"; None for any other word."""
    word = " ".join(normalised(written).casefold().split())
    if word in _NAME_BY_WORD:
        return _NAME_BY_WORD[word]
    for title in _TITLES:
        if word.endswith(title):
            bare = word.removesuffix(title)
            return _NAME_BY_WORD.get(bare) or _NAME_BY_WORD.get(bare.removesuffix("s"))
    code, _, name = word.partition(" ")
    with_code = _NAME_BY_WORD.get(name, "")
    return with_code if with_code and CODE_BY_NAME[with_code] == code.zfill(4) else None


def beginning_with(letters: str) -> tuple[str, ...]:
    """The kommuner whose name begins so, also when it is written without dots and rings."""
    start = normalised(letters).strip().casefold()
    if not start:
        return ()
    exact = tuple(name for name in NAMES if name.casefold().startswith(start))
    return exact or tuple(name for name in NAMES if folded(name).casefold().startswith(start))


def unknown(names: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The names that are no kommun's, each with the name that was most likely meant, or nothing."""
    return tuple((name, nearest(name, NAMES) or "") for name in names if known(name) is None)
