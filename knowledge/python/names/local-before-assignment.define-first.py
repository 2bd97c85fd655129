"""A value that comes too late."""
# fails: NameError at line 6
# prints: 3
def outer():
    def inner():
        return size

    found = inner()  # too early
    size = 3
    return found


print(outer())
