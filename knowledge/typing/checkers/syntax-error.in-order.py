"""Begins with its for."""
# run: ruff check --isolated {file}
# fails: invalid-syntax at line 5

print([for n in range(3): n * 2])
