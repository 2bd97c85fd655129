"""A text without its end."""
# run: ruff check --isolated {file}
# fails: invalid-syntax at line 4
print("hello)
