"""A dictionary with an equals sign in its second pair."""
# fails: SyntaxError at line 4
# prints: 3
prices = {"tea": 1, "milk" = 2}
print(sum(prices.values()))
