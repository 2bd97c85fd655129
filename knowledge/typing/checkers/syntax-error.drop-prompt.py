"""Pasted with its prompts."""
# run: ruff check --isolated {file}
# fails: invalid-syntax at line 4
>>> total = 3
>>> print(total)
