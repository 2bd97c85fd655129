"""A path with backslashes."""
# run: ruff check --isolated {file}
# fails: invalid-syntax at line 4
print("C:\Users\Ann")
