"""Looks up prices."""
# fails: AttributeError at line 5
# prints: 2
prices = {"pen": 2}
if not prices.has_key("ink") and prices.has_key("pen"):  # no ink today
    print(prices["pen"])
