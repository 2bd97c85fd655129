"""Prices with a tax of half."""
# needs: numpy
# fails: numpy._core._exceptions._UFuncOutputCastingError at line 8
# prints: [3.0, 7.5]
import numpy as np

prices = np.array([2, 5])
prices *= 1 + 0.5  # tax
print(prices.tolist())
