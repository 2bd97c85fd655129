"""A first value that is told from the others."""
# run: ruff check --isolated --select E714 {file}
# needs: ruff
# fails: E714 at line 7

FIRST = object()
print(not (FIRST) is None)  # it is there
