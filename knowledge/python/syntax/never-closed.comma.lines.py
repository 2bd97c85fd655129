"""Prices, a line each; two commas are missing."""
# fails: SyntaxError at line 6
# prints: 11
prices = {
    "tea": 2,
    "milk": 1  # a litre
    "cake": 3
    "bread": 5,
}
print(sum(prices.values()))
