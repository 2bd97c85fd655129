"""Names that NumPy 2 has no longer."""
# needs: numpy
# fails: AttributeError at line 6
# prints: [0. 0.] nan
import numpy as np
print(np.zeros(2, dtype=np.float_), np.NaN)  # both
