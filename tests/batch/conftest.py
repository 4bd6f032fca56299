"""The worked archive and the checklist it is re-scored under."""

import pytest
from support.archives import second_version, worked_archive, written


@pytest.fixture
def worked(tmp_path):
    """The archive of W16, and the second version."""
    return worked_archive(tmp_path / "arkiv"), written(tmp_path / "ny.toml", second_version())
