"""Saved from a notebook."""
# run: ruff check --isolated {file}
# fails: invalid-syntax at line 8




%matplotlib inline
print(3)
