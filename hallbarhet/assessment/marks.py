"""A short mark of each answer, kept in the seal: not safer than it, but telling which answer was changed.

A mark is eight hexadecimal digits: four of what was answered, four of the words about it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any

from rfc8785 import CanonicalizationError

from hallbarhet.checklist.canonical import fingerprint
from hallbarhet.texts import seal as texts

_HALF = 4

MOST = 2_000
"""Answers; comparing longer lists takes long, and no checklist asks so much."""

WORDS = ("text", "svar", "motivering", "underlag", "vem_svarar")
"""Keys of an answer that hold words about it: changing them changes no number."""


def safe_fingerprint(content: Any) -> str:
    """The fingerprint, or nothing for what no record can hold (`nan`, endless numbers): that was never sealed."""
    try:
        return fingerprint(content)
    except CanonicalizationError:
        return ""


def marks(answers: Any) -> str:
    """The marks of some answers, with a space between."""
    return " ".join(_mark(answer) for answer in _tables(answers))


def changed_answers(sealed: Any, answers: Any) -> Iterator[str]:
    """What can be said about answers that are no longer those whose marks were sealed; nothing without marks."""
    if not isinstance(sealed, str) or not sealed:
        return
    before, now = sealed.split(), _tables(answers)
    if max(len(before), len(now)) > MOST:
        return
    after = [_mark(answer) for answer in now]
    if before != after and Counter(before) == Counter(after):
        yield texts.ORDER_CHANGED
        return
    for kind, start, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "replace" and end - start == last - first:
            pairs = zip(before[start:end], now[first:last], strict=True)
            yield from (_changed(mark, answer) for mark, answer in pairs)
        elif kind != "equal":
            yield from (texts.answer_added(*_name(answer)) for answer in now[first:last])
            if gone := max(0, (end - start) - (last - first)):
                yield texts.answers_removed(gone)


def _changed(mark: str, answer: Mapping[str, Any]) -> str:
    says_the_same = mark[:_HALF] == _mark(answer)[:_HALF]
    return (texts.words_changed if says_the_same else texts.answer_changed)(*_name(answer))


def _name(answer: Mapping[str, Any]) -> tuple[str, str]:
    return str(answer.get("punkt", "")), str(answer.get("text", ""))


def _mark(answer: Mapping[str, Any]) -> str:
    words = {key: value for key, value in answer.items() if key in WORDS}
    said = {key: value for key, value in answer.items() if key not in WORDS}
    return "".join(safe_fingerprint(part).partition(":")[2][:_HALF].rjust(_HALF, "-") for part in (said, words))


def _tables(answers: Any) -> list[Mapping[str, Any]]:
    entries = answers if isinstance(answers, list | tuple) else ()
    return [entry for entry in entries if isinstance(entry, Mapping)]
