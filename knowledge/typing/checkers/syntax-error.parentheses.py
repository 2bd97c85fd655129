"""A generator among other arguments."""
# run: ruff check --isolated {file}
# fails: invalid-syntax at line 4
print(sum(n for n in [1, 2], 10))
