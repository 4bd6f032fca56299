r"""One form for the same content: what fingerprints and seals are taken over.

RFC 8785 JSON of the data as written: keys and strings in NFC with `\n`, numbers by value (1 = 1.0), dates as ISO 8601.
"""

import hashlib
import unicodedata
from datetime import date, datetime, time
from typing import Any

import rfc8785

ALGORITHM = "sha256-1"
"""Names both the hash and this canonical form; a value without its algorithm cannot be checked in 2050."""


def normalised(text: str) -> str:
    r"""The text in NFC with `\n` line ends, so that two machines write the same å."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def plain(value: Any) -> Any:
    """TOML data as JSON data, normalised."""
    match value:
        case str():
            return normalised(value)
        case dict():
            return {normalised(str(key)): plain(entry) for key, entry in value.items()}
        case list() | tuple():
            return [plain(entry) for entry in value]
        case datetime() | date() | time():
            return value.isoformat()
        case _:
            return value


def canonical(data: Any) -> bytes:
    """The canonical bytes of some data."""
    return rfc8785.dumps(plain(data))


def fingerprint(data: Any) -> str:
    """The fingerprint of some data, `sha256-1:` and 64 hexadecimal digits."""
    return f"{ALGORITHM}:{hashlib.sha256(canonical(data)).hexdigest()}"
