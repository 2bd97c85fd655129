"""Hides the function that reads the next item."""
# fails: TypeError at line 6
# prints: 1
numbers = iter([1, 2])
iter = numbers
print(next(iter([1, 2])))
