"""Collects the even numbers of a list."""
# needs: numpy
# fails: IndexError at line 11
# prints: 2.0
import numpy as np

found = np.array([])
for number in (1, 2, 4):
    if number % 2 == 0:
        np.append(found, number)  # one more
print(found[0])
