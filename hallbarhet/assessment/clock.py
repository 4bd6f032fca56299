"""The moment, as records tell it; passed in wherever a result may depend on it, and asked for only at the edges."""

from datetime import datetime


def now() -> datetime:
    """The local time with its zone, to the second: nobody reads a fraction of one in an archive."""
    return datetime.now().astimezone().replace(microsecond=0)
