"""Joins two lists without the comma."""
# fails: TypeError at line 6
# prints: [1, 2, 3]
first = [1, 2]
more = [3]
print([*first *more])
