"""A function counts a name of the module up, as ruff sees it."""
# run: ruff check --isolated --select F823 {file}
# needs: ruff
# fails: F823 at line 9
total = 1


def more() -> None:
    total += 1  # one more


more()
print(total)
