"""`python -m hallbarhet`, for when the command is not on the path."""

import sys

from hallbarhet.cli import main

if __name__ == "__main__":
    sys.exit(main())
