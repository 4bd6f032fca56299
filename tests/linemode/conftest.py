"""A conversation over plain text, with a clock that stands still."""

import io

import pytest
from support.conversation import Script
from support.small import CLOCK, small_checklist

from hallbarhet.linemode.opening import run

ID = "0193f2a0-0000-7000-8000-000000000001"


@pytest.fixture(autouse=True)
def _own_settings(tmp_path, monkeypatch):
    """Nobody's own settings take part."""
    monkeypatch.setenv("HALLBARHET_CONFIG_DIR", str(tmp_path / "egna"))


@pytest.fixture
def archive(tmp_path):
    folder = tmp_path / "bedomningar"
    folder.mkdir()
    return folder


@pytest.fixture
def talk(archive):
    """Say these lines to the line mode; the exit code and everything it said."""

    def say(*lines, **options):
        chosen = {"clock": lambda: CLOCK, "new_id": lambda: ID} | options
        if "record" not in chosen:
            chosen.setdefault("checklist", small_checklist())
        target = io.StringIO()
        code = run(archive, source=Script(*lines), target=target, **chosen)
        return code, target.getvalue()

    return say
