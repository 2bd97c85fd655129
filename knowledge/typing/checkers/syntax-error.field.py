"""The same quotes inside."""
# run: ruff check --isolated --target-version py310 {file}
# fails: invalid-syntax at line 5
shop = {"tea": 3}
print(f"{shop["tea"]}")
