"""Closed by another bracket."""
# run: ruff check --isolated {file}
# fails: invalid-syntax at line 4
print(max(1, 2])
