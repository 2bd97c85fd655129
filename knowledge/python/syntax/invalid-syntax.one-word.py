"""Writes a name with a blank inside."""
# fails: SyntaxError at line 4
# prints: 6
total price = 3 * 2  # for two
print(total price)
