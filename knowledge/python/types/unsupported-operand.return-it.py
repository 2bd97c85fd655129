"""The function prints the sum, and its caller goes on with it."""
# fails: TypeError at line 10
# prints: 13


def add(a, b):
    print(a + b)  # the sum


print(add(1, 2) + 10)
