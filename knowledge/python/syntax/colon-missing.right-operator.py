"""A function with a result of a kind."""
# fails: SyntaxError at line 6
# prints: 6


def double(count: int) - > int:
    return 2 * count


print(double(3))
