"""Which known word a person most likely meant."""

import difflib
import unicodedata
from collections.abc import Collection, Iterable

from hallbarhet.texts import problems as texts

LONGEST = 80
"""Longer words are not compared: they are no slip of the finger, and comparing them takes time."""

MOST = 2_000
"""With more candidates only exact folds and synonyms are tried."""


def folded(word: str) -> str:
    """The word without diacritics, as keys and ids are written: `vägledning` is `vagledning`."""
    parts = unicodedata.normalize("NFD", word)
    return "".join(part for part in parts if not unicodedata.combining(part))


def _plain(word: str) -> str:
    return folded(word).casefold().replace("-", "_").replace(" ", "_")


def nearest(word: str, known: Collection[str]) -> str | None:
    """The known word that is nearest, or None when none is near."""
    if not 0 < len(word) <= LONGEST:
        return None
    by_plain = {_plain(candidate): candidate for candidate in reversed(list(known))}
    wanted = _plain(word)
    for candidate in (wanted, *texts.SYNONYMS.get(wanted, ())):
        if candidate in by_plain:
            return by_plain[candidate]
    if len(by_plain) > MOST:
        return None
    close = difflib.get_close_matches(wanted, by_plain, n=1, cutoff=0.65)
    return by_plain[close[0]] if close else None


FEW = 12
"""As many words as a person reads in a sentence."""


def advice(word: str, known: Iterable[str]) -> str:
    """What to write instead of a word that is not known: the nearest, or the choices when they are few."""
    candidates = list(dict.fromkeys(known))
    if near := nearest(word, candidates):
        return texts.did_you_mean(near)
    return texts.choices(candidates) if 0 < len(candidates) <= FEW else ""
