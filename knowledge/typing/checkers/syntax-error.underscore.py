"""A keyword as a name."""
# run: ruff check --isolated {file}
# fails: invalid-syntax at line 8




class = "first"
print(class)
