"""A template and its value, without the sign between them."""
# run: python -W error::SyntaxWarning {file}
# fails: SyntaxError at line 6
# prints: 3 items
n = 3
print("%d items" (n))
