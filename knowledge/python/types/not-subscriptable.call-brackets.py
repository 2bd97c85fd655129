"""A function is called with square brackets."""
# fails: TypeError at line 11
# prints: [0, 1, 4]


def squares(count):
    return [n * n for n in range(count)]


# the first three
print(squares[3])
