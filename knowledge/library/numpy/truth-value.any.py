"""Says whether somebody has passed."""
# needs: numpy
# fails: ValueError at line 8
# prints: somebody has passed
import numpy as np

scores = np.array([3, 5, 9])
if scores > 4:  # out of ten
    print("somebody has passed")
