"""Without its comma."""
# run: ruff check --isolated {file}
# fails: invalid-syntax at line 4
print([1 2])
