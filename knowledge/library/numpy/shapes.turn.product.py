"""A product of two tables with a row for each day."""
# needs: numpy
# fails: ValueError at line 8
# prints: (2, 4)
import numpy as np

left, right = np.ones((3, 2)), np.ones((3, 4))
print(left.dot(right).shape)
