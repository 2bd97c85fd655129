"""Calls a variable yield."""
# fails: SyntaxError at line 4
# prints: 12
yield = 12  # tonnes
print(yield)
