"""A function whose first text is not closed."""
# fails: SyntaxError at line 7
# prints: 3


def add(one, other):
    """Gives the sum of two numbers.
    return one + other


print(add(1, 2))
