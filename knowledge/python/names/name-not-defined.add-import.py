"""The area of a circle, rounded."""
# fails: NameError at line 7
# prints: 12.57
import sys

def circle(radius):
    return math.pi * radius ** 2


print(round(circle(2), 2), file=sys.stdout)
