"""What every test shares: how hard properties are tried, and the same way each time where it matters."""

import atexit
import os
import tempfile

from hypothesis import settings

settings.register_profile("work", deadline=None, max_examples=60)
settings.register_profile("ci", deadline=None, max_examples=100, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "work")

_nobody = tempfile.TemporaryDirectory(prefix="hallbarhet-prov-")
atexit.register(_nobody.cleanup)
os.environ.setdefault("HALLBARHET_CONFIG_DIR", _nobody.name)
"""Settings, log and rescued work of whoever runs the tests take no part and are left alone."""
