"""Never closed."""
# run: ruff check --isolated {file}
# fails: invalid-syntax at line 5
print(max(1, 2)
print(3)
