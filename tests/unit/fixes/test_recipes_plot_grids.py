"""Grids of plots, used as what they are."""

from __future__ import annotations

import pytest

from .conftest import Apply, Outcome

_MADE = "import matplotlib.pyplot as plt\nfig, axes = plt.subplots(2, 2)  # é\n"
_PLOT = "'numpy.ndarray' object has no attribute 'plot'"


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        ("for ax in axes:\n\t«ax.plot(1)»\n", "for ax in axes.flat:\n\tax.plot(1)\n", True),
        (
            "for ax, x in zip(axes, 'abcd'):\n    «ax.plot(x)»\n",
            "for ax, x in zip(axes.flat, 'abcd'):\n    ax.plot(x)\n",
            True,
        ),
        (
            "for i, (x, ax) in enumerate(zip('abcd', axes)):\n    «ax.plot(x)»\n",
            "for i, (x, ax) in enumerate(zip('abcd', axes.flat)):\n    ax.plot(x)\n",
            True,
        ),
        ("[«ax.plot(1)» for ax in axes]\n", "[ax.plot(1) for ax in axes.flat]\n", True),
        ("for i in range(4):\n    «axes[i].plot(1)»\n", "for i in range(4):\n    axes.flat[i].plot(1)\n", True),
        ("for i in range(2):\n    «axes[i].plot(1)»\n", "for i in range(2):\n    axes.flat[i].plot(1)\n", False),
        ("for i in range(n):\n    «axes[i].plot(1)»\n", "for i in range(n):\n    axes.flat[i].plot(1)\n", False),
        (
            "all = {'a': 1, 'b': 2, 'c': 3}\nfor i, (k, v) in enumerate(all.items()):\n    ax = axes[i]\n"
            "    «ax.plot(v)»\n",
            "all = {'a': 1, 'b': 2, 'c': 3}\nfor i, (k, v) in enumerate(all.items()):\n    ax = axes.flat[i]\n"
            "    ax.plot(v)\n",
            True,
        ),
        ("«axes[0].plot(1)»\n", "axes.flat[0].plot(1)\n", False),
    ],
)
def test_every_plot_of_a_grid(outcome: Outcome, before: str, after: str, sure: bool) -> None:
    for ending in ("\n", "\r\n"):
        assert outcome(
            "plot-axes", (_MADE + before).replace("\n", ending), exception="AttributeError", message=_PLOT
        ) == ((_MADE + after).replace("\n", ending), sure)


@pytest.mark.parametrize(
    "source",
    [
        "axes = [1, 2]\nfor ax in axes:\n    «ax.plot(1)»\n",
        "fig, axes = plt.subplots(2)\nfor ax in axes:\n    «ax.plot(1)»\n",
        "fig, axes = plt.subplots(n, 2)\nfor ax in axes:\n    «ax.plot(1)»\n",
        _MADE + "axes = axes.ravel()\nfor ax in axes:\n    «ax.plot(1)»\n",
        _MADE + "def draw(grid):\n    for ax in grid:\n        «ax.plot(1)»\ndraw(axes)\n",
        _MADE + "«axes.plot(1)»\n",
        _MADE + "for ax in axes.flat:\n    «other.plot(1)»\n",
    ],
)
def test_what_is_no_grid_stays(mend: Apply, source: str) -> None:
    assert mend("plot-axes", source, exception="AttributeError", message=_PLOT) is None
