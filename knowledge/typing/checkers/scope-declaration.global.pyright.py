"""The same, as pyright sees it."""
# run: pyright {file}
# needs: pyright
# fails: syntax at line 9
count = 0


def more() -> None:
    nonlocal count
    count = 1  # one


more()
print(count)
