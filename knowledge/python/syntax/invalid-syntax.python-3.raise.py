"""Raises as Python 2 did."""
# fails: SyntaxError at line 5
# prints: too many
try:
    raise ValueError, "too many"
except ValueError as error:
    print(error)
