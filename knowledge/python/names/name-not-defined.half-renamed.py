"""The parameter was renamed where the function begins, not where it is used."""
# fails: NameError at line 6
# prints: 12
def area(width, height):
    # both in metres
    return width * h


print(area(3, 4))
