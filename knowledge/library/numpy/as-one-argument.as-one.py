"""Three rows of four."""
# needs: numpy
# fails: TypeError at line 7
# prints: (3, 4)
import numpy as np

table = np.zeros(3, 4)  # empty as yet
print(table.shape)
