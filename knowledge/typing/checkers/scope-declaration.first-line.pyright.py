"""The same, as pyright sees it."""
# run: pyright {file}
# needs: pyright
# fails: syntax at line 10
count = 0


def more() -> None:
    count = 1  # one
    global count


more()
print(count)
