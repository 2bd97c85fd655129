"""A method that is called otherwise than the abstract one it implements."""

from __future__ import annotations

import pytest

from .conftest import Keeps

_HEAD = "class Base(ABC):\n    @abstractmethod\n    def write_row(self, cells): ...\n    def end(self): ...\n"
_NEW = "Can't instantiate abstract class A without an implementation for abstract method 'write_row'"
_OLD = "Can't instantiate abstract class A with abstract method write_row"


@pytest.mark.parametrize("message", [_NEW, _OLD])
@pytest.mark.parametrize(
    ("method", "after", "sure"),
    [
        ("def write_line(self, cells):  # é", "def write_row(self, cells):  # é", True),
        ("def writeRow(self, cells):", "def write_row(self, cells):", True),
        ("def writerow(self, cells):", "def write_row(self, cells):", True),
        ("def row(self, cells):", "def write_row(self, cells):", True),
        ("def write_rows(self, rows):", "def write_row(self, rows):", False),
        ("def write_line(self, line):", None, True),
        ("def write_row_at(self, cells, place):", None, True),
        ("def paint(self, cells):", None, True),
        ("@property\n    def write_line(self, cells):", None, True),
        ("async def write_line(self, cells):", None, True),
        ("def write_line(self, cells): self.write_line(1)\n    def f(self):", None, True),
        ("def write_line(self, cells): ...\n    def write_lines(self, cells):", None, True),
    ],
)
def test_the_method_gets_the_abstract_name(
    keeps: Keeps, message: str, method: str, after: str | None, sure: bool
) -> None:
    code = _HEAD + "class A(Base):\n    {}\n        pass\n{}A()\n"
    made = code.format(after, "") if after is not None else None
    keeps("abstract-name", "TypeError", message, code.format(method, "«"), made, sure)


def test_a_base_that_alone_is_called_otherwise_is_misspelt(keeps: Keeps) -> None:
    """Every class beside it has the method by the name that this one gives it."""
    other = "class B(Base):\n    def write_line(self, cells): ...\n"
    code = _HEAD + other + "class A(Base):\n    def write_line(self, cells): ...\n«A()\n"
    keeps("abstract-name", "TypeError", _NEW, code, None)
