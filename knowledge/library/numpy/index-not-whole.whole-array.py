"""Scores by their places."""
# needs: numpy
# fails: IndexError at line 8
# prints: [4, 5]
import numpy as np

scores, places = np.array([4, 5]), np.floor([0.5, 1.5])
print(scores[places].tolist())
