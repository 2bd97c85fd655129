"""Hides a built-in class."""
# fails: TypeError at line 6
# prints: [0, 1] [5]
list = [5]
# a new one
print(list(range(2)), list)
