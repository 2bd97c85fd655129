"""The element in the middle."""
# needs: numpy
# fails: IndexError at line 9
# prints: 5
import numpy as np

scores = np.arange(10)
middle = len(scores) / 2
print(scores[middle])  # the upper one
