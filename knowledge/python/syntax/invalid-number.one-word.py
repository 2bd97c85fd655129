"""Begins a name with a digit."""
# fails: SyntaxError at line 4
# prints: 5
2nd = 4
print(2nd + 1)
