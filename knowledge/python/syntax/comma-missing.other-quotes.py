"""Quotes inside a text."""
# fails: SyntaxError at line 4
# prints: he said "yes" to me
print("he said "yes" to me")
