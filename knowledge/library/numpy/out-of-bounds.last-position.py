"""The steps between measured levels."""
# needs: numpy
# fails: IndexError at line 11
# prints: -0.5
# prints: 1.0
import numpy as np

levels = np.array([1.5, 1.0, 2.0])
for i in range(len(levels)):
    # from this one to the next
    print(levels[i + 1] - levels[i])
