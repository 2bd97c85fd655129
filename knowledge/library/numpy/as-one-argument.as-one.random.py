"""Random numbers in three rows."""
# needs: numpy
# fails: TypeError at line 7
# prints: (3, 2)
import numpy as np

print(np.random.rand((3, 2)).shape)
