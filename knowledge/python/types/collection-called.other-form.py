"""An item with the wrong brackets."""
# needs: python>=3.11
# fails: TypeError at line 6
# prints: 2
prices = {"pen": 2}
print(prices("pen"))  # of one
