"""Says whether everybody has passed."""
# needs: numpy
# fails: ValueError at line 8
# prints: everybody has passed
import numpy as np

scores = np.array([6, 5, 9])
if scores > 4:  # out of ten
    print("everybody has passed")
