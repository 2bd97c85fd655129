"""What a test of a real editor needs: without it the test is skipped, and what was not run is told at the end."""

from __future__ import annotations

import os

import pytest

DEMAND = "TRACEMEND_DEMAND_EDITORS"
"""Where this variable of the environment is 1, what is missing is a failure: nothing is left out unseen."""
PREFIX = "Not run: "
not_run: dict[str, str] = {}
"""The editors that were missing, each with the reason, for the last lines of a run of the tests.

Under pytest-xdist each worker has its own; there the reasons of skipped tests, which begin with PREFIX, say the same.
"""


def require(name: str, present: bool, why: str) -> None:
    """Skip the test that calls it unless the editor `name` is `present`; `why` says what is missing."""
    if present:
        return
    if os.environ.get(DEMAND) == "1":
        pytest.fail(f"{name} is missing ({why}), and {DEMAND}=1 demands it.", pytrace=False)
    not_run[name] = why
    pytest.skip(f"{PREFIX}{name} ({why})")


def lines() -> list[str]:
    """`Not run: NAME (why)` for each editor that was missing."""
    return [f"{PREFIX}{name} ({why})" for name, why in sorted(not_run.items())]
