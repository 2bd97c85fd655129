"""Shares of each shop's own total, in percent."""
# needs: numpy
# fails: ValueError at line 12
# prints: [[25 75]
# prints:  [50 50]
# prints:  [20 80]]
import numpy as np

SOLD = np.array([[1.0, 3.0], [2.0, 2.0], [1.0, 4.0]])


shares = SOLD / SOLD.sum(axis=1)  # of a row
print((shares * 100).astype(int))
