"""A name with a blank inside."""
# run: ruff check --isolated {file}
# fails: invalid-syntax at line 5

total price = 3
print(total price)
