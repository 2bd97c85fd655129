"""Counts digits."""
# fails: ValueError at line 6
# prints: 5001
number = 10 ** 5000
# all of them
print(len(str(number)))
