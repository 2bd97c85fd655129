"""Each row has its own count."""
# needs: numpy
# fails: ValueError at line 8
# prints: [[1.0, 1.0], [2.0, 2.0], [3.0, 3.0]]
import numpy as np

prices, counts = np.ones((3, 2)), np.array([1, 2, 3])
print((prices * counts).tolist())  # of each
