"""Adds prices up."""
# fails: TypeError at line 6
# prints: 7
prices = [{"item": "tea", "price": 3}, {"item": "rice", "price": 4}]
dearest = 0
total = sum(prices["price"] for price in prices)
print(total)
