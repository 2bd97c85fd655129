"""A slip of the fingers."""
# run: ruff check --isolated {file}
# fails: invalid-syntax at line 10





size = 3
whlie size > 1:
    size -= 1
