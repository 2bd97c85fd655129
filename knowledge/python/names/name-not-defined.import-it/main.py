"""A function of the module beside is used, and only the class is imported from there."""
# fails: NameError at line 6
# prints: area 12
from shapes import Circle

print(describe(Circle(2)))  # whole numbers
