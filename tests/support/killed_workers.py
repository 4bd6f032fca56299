"""Three pieces of work on two processes, the first of them never done; each process notes itself in a folder.

Run as a program, so that it can be killed; who reads its output sees it end when the last of its processes is gone.
"""

import os
import sys
import time
from functools import partial
from pathlib import Path

from hallbarhet.batch.chunks import in_order, own_processes


def begin(folder: str, endless: int, number: int) -> None:
    """Note the process, and never be done with a piece whose number is below `endless`."""
    Path(folder, str(os.getpid())).touch()
    while number < endless:
        time.sleep(1)


if __name__ == "__main__":
    with own_processes(2) as workers:
        for _ in in_order(partial(begin, sys.argv[1], int(sys.argv[2])), range(3), workers):
            pass
