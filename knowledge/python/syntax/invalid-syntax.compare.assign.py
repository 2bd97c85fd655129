"""Assigns with the sign of another language."""
# fails: SyntaxError at line 4
# prints: 7
total := 3
total += 4
print(total)
