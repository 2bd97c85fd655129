"""Counts as another language does."""
# run: ruff check --isolated {file}
# fails: invalid-syntax at line 11






size = 3
size++
print(size)
