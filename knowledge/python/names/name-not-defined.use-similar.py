"""The area of a field."""
# fails: NameError at line 6
# prints: 12
def area(width, height):
    # both in metres
    return widht * height


print(area(3, 4))
