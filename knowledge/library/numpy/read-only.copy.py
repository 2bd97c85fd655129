"""Two equal rows, the first of which is changed."""
# needs: numpy
# fails: ValueError at line 8
# prints: [[5, 1, 2], [0, 1, 2]]
import numpy as np

table = np.broadcast_to(np.arange(3), (2, 3))  # twice
table[0, 0] = 5
print(table.tolist())
