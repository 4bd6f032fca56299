"""Archives of many records that are quick to make."""

import os
from pathlib import Path

from support.archives import CASES, answered, archive, first_version

from hallbarhet.assessment.records import to_bytes

LONG_AGO = 1_700_000_000


def many(folder: Path, count: int) -> Path:
    """An archive with the cases of W16 many times over, last changed long ago."""
    old = first_version()
    archive(folder, {}, [old])
    cases = [
        to_bytes(answered(old, answers, name)).split(f'id = "{name}"'.encode(), 1) for name, answers in CASES.items()
    ]
    for number in range(count):
        before, after = cases[number % len(cases)]
        name = f"post-{number:06}"
        path = folder / f"{name}.toml"
        path.write_bytes(before + f'id = "{name}"'.encode() + after)
        os.utime(path, (LONG_AGO, LONG_AGO))
    return folder
