"""Goes through pairs."""
# fails: SyntaxError at line 6
# prints: tea 2
# prints: milk 1
prices = {"tea": 2, "milk": 1}
for name, price prices.items():
    print(name, price)
