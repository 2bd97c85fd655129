"""The circumference of a circle, and a part of it."""
# fails: SyntaxError at line 6
# prints: 12.57 0.32
from math import pi
radius = 2
print(round(2pi * radius, 2), round(2 / 2pi, 2))  # 2pi
