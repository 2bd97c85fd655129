"""Cells of notebooks. The names are those that IPython 9.18 prints, and older ones by its `core/compilerop.py`,
`core/ultratb.py` and ipykernel's `compiler.py`."""

from __future__ import annotations

import pytest
from tracemend.context import Cell, Context
from tracemend.reading.report import ErrorReport, Frame, Span
from tracemend.source.place import Place, locate

FIRST = Cell("vscode-notebook-cell:/home/dev/a.ipynb#W0sZmlsZQ%3D%3D", "rows = [1, 2]\n")
SECOND = Cell("vscode-notebook-cell:/home/dev/a.ipynb#W1sZmlsZQ%3D%3D", "def pick(rows, at):\n    return rows[at]\n")
THIRD = Cell("vscode-notebook-cell:/home/dev/a.ipynb#W2sZmlsZQ%3D%3D", "pick(rows, 5)\n")


class Open:
    def __init__(self, *cells: Cell) -> None:
        self._cells = cells

    def cells(self) -> tuple[Cell, ...]:
        return self._cells


def place(frame: Frame, *cells: Cell) -> Place:
    report = ErrorReport("python", "error", "IndexError", "list index out of range", Span(1, 9), (frame,), frame)
    found = locate(report, Context("elsewhere", notebooks=Open(*cells)))
    assert found is not None
    return found


@pytest.mark.parametrize(
    "path",
    [
        "Cell In[3]",
        "Cell In [3]",
        "Input In [3]",
        "<ipython-input-3-0123456789ab>",
        "/tmp/ipykernel_123/456.py",
        "C:\\Users\\dev\\AppData\\Local\\Temp\\ipykernel_123\\456.py",
    ],
)
def test_the_cell_that_has_the_line(path: str) -> None:
    found = place(Frame(path, 2, "pick(rows, at)", "return rows[at]"), FIRST, SECOND, THIRD)
    assert (found.cell, found.file, found.line) == (SECOND.uri, None, 2)
    assert found.statement is not None
    assert found.statement.text(found.statement.node) == "return rows[at]"


def test_none_or_several_cells() -> None:
    frame = Frame("Cell In[3]", 2, "pick(rows, at)", "return rows[at]")
    for cells in ((), (FIRST, THIRD), (SECOND, SECOND._replace(uri="vscode-notebook-cell:/home/dev/b.ipynb#W0"))):
        found = place(frame, *cells)
        assert (found.path, found.cell, found.file, found.line, found.source) == ("Cell In[3]", None, None, 2, None)


@pytest.mark.parametrize(
    "frame",
    [
        Frame("Cell In[3]", 2, "pick(rows, at)"),
        Frame("Cell In[3]", 1, "pick(rows, at)", "return rows[at]"),
        Frame("a.py", 2, "pick", "return rows[at]"),
        Frame("<stdin>", 2, "pick", "return rows[at]"),
    ],
)
def test_nothing_is_guessed(frame: Frame) -> None:
    assert place(frame, FIRST, SECOND, THIRD).cell is None


def test_a_notebook_of_thousands_of_cells_is_left_alone() -> None:
    many = [FIRST._replace(uri=f"vscode-notebook-cell:/a.ipynb#{number}") for number in range(3000)]
    assert place(Frame("Cell In[3]", 2, "pick", "return rows[at]"), *many, SECOND).cell is None
