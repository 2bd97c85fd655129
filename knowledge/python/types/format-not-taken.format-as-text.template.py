"""A list in a column of a template."""
# fails: TypeError at line 5
# prints: Ann    [1, 2].
row = ("Ann", [1, 2])
print("{} {:>9}.".format(*row))
