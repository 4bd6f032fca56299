"""The pieces a report is built from: every number already text, so that a template only prints."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"'`\\]+")

Paragraphs = tuple[str, ...]
"""Running text; a line break inside a paragraph is the writer's own."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label with what stands after it."""

    label: str
    text: Paragraphs
    is_code: bool = False
    """Whether it is for machines to compare, such as a fingerprint."""


@dataclass(frozen=True, slots=True)
class Column:
    """A heading of a table; numbers stand to the right."""

    text: str
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A table's row: what it is about, and its cells."""

    head: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption; the first column heads the rows."""

    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader must know before the rest, said in words."""

    kind: str
    """`utkast`, `stopp`, `obs` or `version`: how it looks, never what it says."""
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A source; without an address that is safe to follow it is only text."""

    text: str
    address: str
    is_safe: bool


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file carried inside the report."""

    name: str
    label: str
    base64: str


def paragraphs(text: str) -> Paragraphs:
    """Text divided at its blank lines; nothing but space is no paragraph."""
    return tuple(part.strip("\n") for part in _BLANK_LINE.split(text.strip()) if part.strip())


def fact(label: str, text: str) -> Fact:
    """A label with text, divided at blank lines."""
    return Fact(label, paragraphs(text))


def facts(*pairs: tuple[str, str]) -> tuple[Fact, ...]:
    """Labels with what there is to say; those without anything are left out."""
    return tuple(fact(label, text) for label, text in pairs if text.strip())


def codes(*pairs: tuple[str, str]) -> tuple[Fact, ...]:
    """Labels with what machines compare; those without anything are left out."""
    return tuple(Fact(label, paragraphs(text), is_code=True) for label, text in pairs if text.strip())


def columns(*headings: str, numbers: int = 0) -> tuple[Column, ...]:
    """Column headings, of which the last `numbers` hold numbers."""
    first_number = len(headings) - numbers
    return tuple(Column(heading, place >= first_number) for place, heading in enumerate(headings))


def links(sources: Iterable[tuple[str, str]]) -> tuple[Link, ...]:
    """Titles with addresses; only web addresses may be followed."""
    return tuple(Link(title, address, _WEB_ADDRESS.fullmatch(address) is not None) for title, address in sources)
