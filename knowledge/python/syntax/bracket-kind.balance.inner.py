"""A list inside that is not closed."""
# fails: SyntaxError at line 6
# prints: 3
stock = {
    "tea": [1, 2
}
print(sum(stock["tea"]))
