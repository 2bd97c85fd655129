"""Calls a function before it is there."""
# fails: NameError at line 7
# prints: 6
SIZE = 2

# what the program does
print(area(SIZE))


def area(n):
    return n * SIDES


SIDES = 3
