"""A name of Python's own that NumPy had too."""
# needs: numpy
# fails: AttributeError at line 6
# prints: [1]
import numpy as np
print(np.array([1.5]).astype(np.int))  # the whole part
