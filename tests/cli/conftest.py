"""What several tests of the commands begin with."""

import pytest
from support.archives import second_version, worked_archive, written


@pytest.fixture
def worked(tmp_path):
    """An archive worked by hand and the next version of its checklist, as words of a command."""
    return str(worked_archive(tmp_path / "arkiv")), str(written(tmp_path / "ny.toml", second_version()))
