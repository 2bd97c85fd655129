"""A dictionary with equals signs."""
# fails: SyntaxError at line 4
# prints: 3
prices = {"tea" = 1, "milk" = 2}  # each
print(sum(prices.values()))
