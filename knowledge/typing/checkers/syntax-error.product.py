"""A product without its sign."""
# run: ruff check --isolated {file}
# fails: invalid-syntax at line 7


pi = 3.14
print(2pi)
