"""Where a colour stands in the row, as pyright sees it."""
# run: pyright {file}
# needs: pyright
# fails: reportReturnType at line 14

ROW = ["red", "green"]


class Row:
    def place(self, colour: str) -> int:
        for number, one in enumerate(ROW):
            if one == colour:
                return number  # from 0
        return None


print(Row().place("green"))
