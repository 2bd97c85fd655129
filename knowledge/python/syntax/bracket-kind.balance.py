"""Adds up, and closes with another bracket."""
# fails: SyntaxError at line 4
# prints: 9
total = (1 + 2] * 3
print(total)
