"""Which of the measurements are in range."""
# needs: numpy
# fails: ValueError at line 8
# prints: [5, 6]
import numpy as np

values = np.array([3, 5, 9, 6])
in_range = values > 4 and values < 9  # both ends excluded
print(values[in_range].tolist())
