"""A line of a table, whose width is known where it is made."""
# fails: TypeError at line 9
# prints: a...b
def line(left, right, *, width):
    return left + "." * (width - 2) + right


def table(width):
    return line("a", "b")  # one for now


print(table(5))
