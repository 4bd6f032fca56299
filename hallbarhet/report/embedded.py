"""The record inside a report: read back, so that the report alone is enough to count again."""

import binascii
from base64 import b64decode
from html.parser import HTMLParser

from hallbarhet.errors import FaultyFileError
from hallbarhet.texts import report as texts

PREFIX = "data:application/toml;base64,"
"""How an address begins that carries a record."""

MAX_BYTES = 64_000_000
"""A report larger than this is not one of ours: it would hold a record of more than ten megabytes."""


def extract_record(html: bytes) -> bytes:
    """The bytes of the record, or of the public extract, that a report carries.

    Raises:
        FaultyFileError: the file is no report of ours, or its record is damaged.
    """
    if len(html) > MAX_BYTES:
        raise FaultyFileError(texts.NOT_A_REPORT)
    found = _Links()
    found.feed(html.decode("utf-8", errors="replace"))
    found.close()
    if len(found.records) != 1:
        raise FaultyFileError(texts.NOT_A_REPORT if not found.records else texts.SEVERAL_RECORDS)
    try:
        return b64decode(found.records[0], validate=True)
    except (binascii.Error, ValueError) as error:
        raise FaultyFileError(texts.DAMAGED_RECORD) from error


class _Links(HTMLParser):
    """Gathers downloads that carry a record. Words in the text cannot be taken for one: they are no link."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.records: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what a download link carries."""
        if tag != "a":
            return
        values = dict(attrs)
        address = values.get("href") or ""
        if "download" in values and address.startswith(PREFIX):
            self.records.append(address[len(PREFIX) :])
