"""Halves a number."""
# fails: SyntaxError at line 5
# prints: 1.5
total = 3
total / = 2  # halved
print(total)
