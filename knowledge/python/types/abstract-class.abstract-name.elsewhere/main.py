"""The class stands in another file, its base in a third."""
# fails: TypeError at line 6
# prints: 16
from square import Square

print(Square(4).area())  # of a square
