"""Looks up what is not there."""
# needs: python<3.14
# fails: SyntaxError at line 8
# prints: not there: 'tea'
prices = {}
try:
    print(prices["tea"])
except KeyError, error:
    print("not there:", error)
