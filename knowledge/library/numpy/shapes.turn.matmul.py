"""How much of each material an order takes, by two recipes."""
# needs: numpy
# fails: ValueError at line 10
# prints: (2, 4)
import numpy as np

recipes = np.array([[1, 2], [3, 4], [5, 6]])
orders = np.ones((3, 4))  # four customers

needed = recipes @ orders
print(needed.shape)
