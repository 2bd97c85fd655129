"""Not indented."""
# run: ruff check --isolated {file}
# fails: invalid-syntax at line 5
for n in range(3):
print(n)
