"""Without its colon."""
# run: ruff check --isolated {file}
# fails: invalid-syntax at line 4
for n in range(3)
    print(n)
