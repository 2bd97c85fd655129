"""Begins with zeros."""
# run: ruff check --isolated {file}
# fails: invalid-syntax at line 4
print(007)
