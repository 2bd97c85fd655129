"""What every table writer has to offer."""
from abc import ABC, abstractmethod
from typing import Iterable, Sequence, TextIO


class TableWriter(ABC):
    suffix = ""

    def __init__(self, out: TextIO) -> None:
        self.out = out
        self.rows = 0

    @abstractmethod
    def begin(self, header: Sequence[str]) -> None:
        ...

    @abstractmethod
    def write_row(self, cells: Sequence[str]) -> None:
        ...

    def end(self) -> None:
        pass

    def write_table(self, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        self.begin(header)
        for cells in rows:
            self.write_row(cells)
            self.rows += 1
        self.end()
