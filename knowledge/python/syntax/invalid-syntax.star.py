"""Spreads a list with the star behind its name."""
# fails: SyntaxError at line 5
# prints: tea milk
names = ["tea", "milk"]
print(names*)
