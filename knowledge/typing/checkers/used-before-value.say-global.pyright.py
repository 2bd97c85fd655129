"""The same, as pyright sees it."""
# run: pyright {file}
# needs: pyright
# fails: reportUnboundVariable at line 9
total = 1


def more() -> None:
    total += 1  # one more


more()
print(total)
