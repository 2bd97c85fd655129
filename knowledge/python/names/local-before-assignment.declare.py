"""Adds numbers up."""
# fails: UnboundLocalError at line 9
# prints: 5
total = 0


def add(n):
    """Adds one more."""
    total += n  # the module's


add(2)
add(3)
print(total)
