"""Two arrays after one another."""
# needs: numpy
# fails: TypeError at line 8
# prints: [0.0, 0.0, 1.0]
import numpy as np

first, second = np.zeros(2), np.ones(1)
print(np.concatenate(first, second).tolist())
