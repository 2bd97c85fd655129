"""math was given a text that holds a number."""
# fails: TypeError at line 7
# prints: 4.0
import math

area = "16"
print(math.sqrt(area))  # the side
