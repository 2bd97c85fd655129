"""An item with the wrong brackets."""
# fails: TypeError at line 5
# prints: 2
prices = {"pen": 2}
print(prices("pen"))  # of one
