"""The first item of a dictionary's items is wanted."""
# fails: TypeError at line 5
# prints: ('tea', 2)
prices = {"tea": 2, "cake": 3}
first = prices.items[0]  # in the order of the display
print(first)
