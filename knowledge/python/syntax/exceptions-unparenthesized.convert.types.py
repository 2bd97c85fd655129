"""Reads a number out of a dictionary."""
# fails: SyntaxError at line 7
# prints: no number
prices = {"tea": "two"}
try:
    print(int(prices["tea"]))
except KeyError, ValueError as error:  # either
    print("no number")
