"""Cells of open notebooks: the places of frames that name one.

IPython prints `Cell In[3], line 2` (8.0 to 8.6: `Input In [3], in ...`, before: `<ipython-input-3-0123456789ab> in
<module>`), ipykernel's file names are `/tmp/ipykernel_123/456.py`, where neither number is the cell's. The number in
brackets counts executions and is written in no document, so that only the printed source line tells which cell it was.
"""

from __future__ import annotations

from tracemend import lazy
from tracemend.context import Cell, Context
from tracemend.reading.report import Frame
from tracemend.source.lines import printed_line, stands_on
from tracemend.source.text import SourceText

_CELL = lazy.regex(
    r"(?:Cell In|Input In) ?\[\d{1,9}\]|<ipython-input-\d{1,9}-\w{1,64}>"
    r"|.{0,400}[\\/]ipykernel_\d{1,12}[\\/]\d{1,20}\.py"
)
_MOST = 2_000
"""So many cells are looked at; one hand-written notebook has a few dozen."""


def is_cell(path: str) -> bool:
    """Whether a printed path names a notebook's cell."""
    return _CELL.match(path) is not None


def cell_of(frame: Frame, context: Context) -> tuple[Cell, SourceText] | None:
    """The open cell that a frame names: the only one on whose line the printed source line stands."""
    if context.notebooks is None or not is_cell(frame.path) or not printed_line(frame):
        return None
    found: tuple[Cell, SourceText] | None = None
    for number, cell in enumerate(context.notebooks.cells()):
        if number >= _MOST:
            return None
        if printed_line(frame) not in cell.text:
            continue
        source = SourceText(cell.text)
        if stands_on(frame, source):
            if found is not None:
                return None
            found = cell, source
    return found
