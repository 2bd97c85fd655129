"""Unpacks in a comprehension."""
# fails: SyntaxError at line 5
# prints: [1, 2, 3]
rows = [[1, 2], [], [3]]
flat = [*row for row in rows if row]
print(flat)
