"""The app on a small archive, with a clock that stands still, and its screen as text."""

import pytest
from support.small import CLOCK, small_case, small_checklist

from hallbarhet.tui.app import HallbarhetApp


@pytest.fixture(autouse=True)
def _own_settings(tmp_path, monkeypatch):
    """Nobody's own settings or editor take part; there are some, so that the tour does not come by itself."""
    own = tmp_path / "egna"
    own.mkdir()
    (own / "hallbarhet.toml").write_text("# inget valt\n", encoding="utf-8")
    monkeypatch.setenv("HALLBARHET_CONFIG_DIR", str(own))
    monkeypatch.setenv("LANG", "C.UTF-8")
    for name in ("LC_ALL", "LC_CTYPE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture
def archive(tmp_path):
    folder = tmp_path / "bedomningar"
    folder.mkdir()
    return folder


@pytest.fixture
def make_app(archive):
    """An app, straight into a new case on the small checklist unless told otherwise."""

    def make(**options):
        chosen = {"checklist": small_checklist(), "case": small_case(), "clock": lambda: CLOCK} | options
        return HallbarhetApp(archive, **chosen)

    return make
