"""Imports a function as if it were a module."""
# fails: ModuleNotFoundError at line 4
# prints: 3.0
import math.sqrt  # the root

print(math.sqrt(9))
