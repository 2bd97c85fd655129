"""Reads a number with an exponent."""
# fails: ValueError at line 5
# prints: 1000001
limit = "1e6"
print(int(limit) + 1)
