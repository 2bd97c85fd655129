"""Count the lines that a child program writes, per level.

Runs the noisy import job and makes a short summary of what it said.
"""
import subprocess
import sys
from collections import Counter
from typing import Iterable


def run_job(*args: str) -> list[str]:
    """Run job.py and return what it printed, line by line."""
    result = subprocess.run(
        [sys.executable, "job.py", *args],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=True,
    )
    return result.stdout.strip().split("\n")


def levels(lines: Iterable[str]) -> Counter:
    counts: Counter = Counter()
    for line in lines:
        level, _, _message = line.partition(":")
        counts[level.strip()] += 1
    return counts


def warnings_in(lines: Iterable[str]) -> list[str]:
    """The texts of the warnings, without their level."""
    return [line.split(":", 1)[1].strip() for line in lines if line.startswith("WARNING:")]


def summary(counts: Counter) -> str:
    width = max(len(level) for level in counts)
    rows = [f"{level.ljust(width)}  {'#' * n} {n}" for level, n in counts.most_common()]
    return "\n".join(rows)


def main() -> int:
    lines = run_job("--rows", "6")
    counts = levels(lines)
    print(summary(counts))
    for warning in warnings_in(lines):
        print("!", warning)
    print("lines:", len(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
