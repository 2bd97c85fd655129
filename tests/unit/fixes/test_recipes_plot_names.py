"""The figure and the plots that `subplots` gives."""

from __future__ import annotations

import pytest

from .conftest import Keeps, Makes

_THREE = "not enough values to unpack (expected 3, got 2)"
_TUPLE = "'tuple' object has no attribute '{}'"
_GRID = "'numpy.ndarray' object has no attribute 'plot'"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("«fig, a, b = plt.subplots(1, 2)»  # é\n", "fig, (a, b) = plt.subplots(1, 2)  # é\n"),
        ("«fig, a, b = plt.subplots(nrows=2)»\n", "fig, (a, b) = plt.subplots(nrows=2)\n"),
        ("«fig, a, b, c, d = plt.subplots(2, 2)»\n", "fig, ((a, b), (c, d)) = plt.subplots(2, 2)\n"),
        ("«fig, a, b, c = plt.subplots(1, 2)»\n", None),
        ("«fig, a, b = plt.subplots(1, n)»\n", None),
        ("«fig, a, b = make(1, 2)»\n", None),
    ],
)
def test_grouped(keeps: Keeps, before: str, after: str | None) -> None:
    keeps("plot-names", "ValueError", _THREE, before, after)


@pytest.mark.parametrize(
    ("attribute", "before", "after"),
    [
        ("plot", "ax = plt.subplots()\n«ax.plot»()\n", "fig, ax = plt.subplots()\nax.plot()\n"),
        ("plot", "fig = 1\nax = plt.subplots()\n«ax.plot»()\n", "fig = 1\nfigure, ax = plt.subplots()\nax.plot()\n"),
        ("savefig", "fig = plt.subplots(2)\n«fig.savefig»(p)\n", "fig, axes = plt.subplots(2)\nfig.savefig(p)\n"),
        ("plot", "ax = plt.subplots(2)\n«ax.plot»()\n", None),
        ("plot", "ax = plt.subplots()\n«ax.plot»()\nax[0].savefig(p)\n", None),
        ("plot", "ax = plt.subplots()\n«ax.plot»()\nax.savefig(p)\n", None),
        ("plot", "ax = make()\n«ax.plot»()\n", None),
        ("plot", "fig, ax = plt.subplots()\n«ax.plot»()\n", None),
    ],
)
def test_apart(keeps: Keeps, attribute: str, before: str, after: str | None) -> None:
    keeps("plot-names", "AttributeError", _TUPLE.format(attribute), before, after)


def test_numbers_beyond_the_rows(keeps: Keeps) -> None:
    head, uses = "fig, axs = plt.subplots(2, 2)\n", "«axs[0].plot»()\naxs[3].plot()\n"
    after = head + "axs = axs.flat\n" + uses.replace("«", "").replace("»", "")
    keeps("plot-axes", "AttributeError", _GRID, head + uses, after)
    rows = head + uses.replace("axs[3]", "axs[1]")
    unsure = rows.replace("«axs[0].plot»", "axs.flat[0].plot")
    keeps("plot-axes", "AttributeError", _GRID, rows, unsure, sure=False)


def test_around(keeps_around: Makes) -> None:
    keeps_around("plot-names", _THREE, "«u, v, w = subplots(1, 2)»", "u, (v, w) = subplots(1, 2)", "ValueError")
