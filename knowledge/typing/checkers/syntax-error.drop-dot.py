"""A dot before a bracket."""
# run: ruff check --isolated {file}
# fails: invalid-syntax at line 4
print(len.("abc"))
