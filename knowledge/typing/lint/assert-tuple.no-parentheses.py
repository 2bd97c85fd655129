"""A price is looked at before it is used."""
# run: python -W always {file}
# fails: SyntaxWarning at line 7
# prints: 12
price = 12
# no goods are given away
assert(price > 0, f"a price of {price}")  # in cents
print(price)
