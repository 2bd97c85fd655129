"""One equals sign."""
# run: ruff check --isolated {file}
# fails: invalid-syntax at line 5
size = 3
if size = 3:
    print(size)
