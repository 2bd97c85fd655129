"""Half as many rows."""
# needs: numpy
# fails: TypeError at line 7
# prints: (5,)
import numpy as np

print(np.zeros(10 / 2).shape)
