"""One score more."""
# needs: numpy
# fails: AttributeError at line 8
# prints: [3, 5, 4]
import numpy as np

scores = np.array([3, 5])
scores.append(4)  # the last
print(scores.tolist())
