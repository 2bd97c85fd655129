"""nonlocal for a name of the module."""
# run: ruff check --isolated --select PLE0117 {file}
# needs: ruff
# fails: PLE0117 at line 9
count = 0


def more() -> None:
    nonlocal count
    count = 1  # one


more()
