"""How long `--version` and `--help` take, as a ratio to a bare interpreter in the same run."""

import statistics
import subprocess
import sys
import time
from pathlib import Path

BAR = 3.0
"""A person who only asks for help must not wait for a program to load."""

ROUNDS = 25

PROGRAM = str(Path(sys.executable).with_name("hallbarhet"))
"""The command as it is installed beside this interpreter."""

COMMANDS = {
    "bare interpreter": [sys.executable, "-c", "pass"],
    "--version": [PROGRAM, "--version"],
    "--help": [PROGRAM, "--help"],
}


def main() -> int:
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(ROUNDS):
        for name, command in COMMANDS.items():
            started = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)
            times[name].append(time.perf_counter() - started)
    floor = statistics.median(times["bare interpreter"])
    worst = 0.0
    for name in ("--version", "--help"):
        ratio = statistics.median(times[name]) / floor
        worst = max(worst, ratio)
        print(f"{name:10} {ratio:.2f} × a bare interpreter (bar {BAR})")
    return int(worst > BAR)


if __name__ == "__main__":
    sys.exit(main())
