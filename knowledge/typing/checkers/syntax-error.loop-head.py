"""Counts as another language does."""
# run: ruff check --isolated {file}
# fails: invalid-syntax at line 7



for (i = 0; i < 3; i++):
    print(i)
