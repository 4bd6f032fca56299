"""An archive for things to go wrong in, and nobody's own settings, log or rescued work."""

import pytest


@pytest.fixture(autouse=True)
def own(tmp_path, monkeypatch):
    """The person's own folder."""
    folder = tmp_path / "egna"
    monkeypatch.setenv("HALLBARHET_CONFIG_DIR", str(folder))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    return folder


@pytest.fixture
def archive(tmp_path):
    folder = tmp_path / "bedomningar"
    folder.mkdir()
    return folder


@pytest.fixture
def support(request):
    return request.config.rootpath / "tests"
