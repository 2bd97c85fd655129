"""Tests in real editors: what was left out is told at the end, and what takes minutes runs only when asked for."""

from __future__ import annotations

import needs
import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """How long the test under load prints."""
    parser.addoption("--load-seconds", type=int, default=300, help="how long a terminal prints in tests marked `load`")


def pytest_configure(config: pytest.Config) -> None:
    """The marker of tests that measure for minutes."""
    config.addinivalue_line("markers", "load: measures for minutes; run by -m load alone")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without `-m load` nothing that is marked so runs."""
    if "load" in (config.getoption("markexpr") or ""):
        return
    left_out = [item for item in items if item.get_closest_marker("load")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """The last lines of the run: which editors are missing."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    for line in needs.lines():
        if reporter is not None:
            reporter.write_line(line)
