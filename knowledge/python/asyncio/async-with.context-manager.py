"""Enters a generator."""
# needs: python>=3.11
# fails: TypeError at line 13
# prints: in
# prints: 1
# prints: out


def managed():
    print("in")
    yield 1
    print("out")
with managed() as value:
    print(value)
