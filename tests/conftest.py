"""What every test shares: how hard properties are tried, and the same way each time where it matters."""

import os

from hypothesis import settings

settings.register_profile("work", deadline=None, max_examples=60)
settings.register_profile("ci", deadline=None, max_examples=100, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "work")
