"""Runs a text."""
# fails: SyntaxError at line 4
# prints: 3
exec "total = 1 + 2"
print(total)
