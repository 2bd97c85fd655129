"""Moves a point."""
# fails: TypeError at line 6
# prints: [5, 4]
point = (3, 4)  # where it begins
# to the right
point[0] = 5
print(point)
