"""Counts in a variable called try."""
# fails: SyntaxError at line 4
# prints: 1
try = 0
try += 1
print(try)
