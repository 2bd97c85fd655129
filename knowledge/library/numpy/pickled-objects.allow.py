"""Saves an array of objects and reads it."""
# needs: numpy
# fails: ValueError at line 8
# prints: pen
import numpy as np

np.save("parts.npy", np.array([{"name": "pen"}], dtype=object))
print(np.load("parts.npy")[0]["name"])  # the first
