"""Rows of a board that are collected one by one, in a class."""
# fails: TypeError at line 15
# prints: -x- | ---
class Board:
    def __init__(self, size):
        self.cells = ["-" * size for _ in range(2)]

    def show(self):
        return " | ".join("".join(row) for row in self.cells)

    def put(self, row, column):
        for number, cells in enumerate(self.cells):
            if number == row:
                # this one
                cells[column] = "x"


board = Board(3)
board.put(0, 1)
print(board.show())
