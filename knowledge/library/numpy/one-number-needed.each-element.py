"""The sides of squares."""
# needs: numpy
# fails: TypeError at line 10
# prints: [1.0, 2.0]
import math

import numpy as np

areas = np.array([1, 4])
print(math.sqrt(areas).tolist())  # in metres
