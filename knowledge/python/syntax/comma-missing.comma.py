"""The sides of a box."""
# fails: SyntaxError at line 4
# prints: 24
sides = (2, 3 4)
print(sides[0] * sides[1] * sides[2])
