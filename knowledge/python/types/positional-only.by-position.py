"""An argument that has no name."""
# fails: TypeError at line 8
# prints: 12
def area(width, /, height):
    return width * height


print(area(width=3, height=4))  # of the pen
