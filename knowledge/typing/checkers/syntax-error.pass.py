"""Nothing in it yet."""
# run: ruff check --isolated {file}
# fails: invalid-syntax at line 6
def later():
    # to be written
print(3)
