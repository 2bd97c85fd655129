"""A blank behind the backslash."""
# run: ruff check --isolated {file}
# fails: invalid-syntax at line 6


total = 1 + \ 
    2
print(total)
