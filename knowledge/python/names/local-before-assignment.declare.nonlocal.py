"""A counter in a function."""
# fails: UnboundLocalError at line 8
# prints: 1 2
def counter():
    n = 0

    def up():
        n = n + 1
        return n

    return up


up = counter()
print(up(), up())
