"""In another order."""
# run: ruff check --isolated {file}
# fails: invalid-syntax at line 4
def order(**options, *names):
    print(options, names)


order()
