"""A dash of a text processor."""
# run: ruff check --isolated {file}
# fails: invalid-syntax at line 4
total = 5 – 2
print(total)
