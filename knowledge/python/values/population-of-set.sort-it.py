"""random."""
# needs: python>=3.11
# fails: TypeError at line 8
# prints: ['Mia']
import random

names = {"Mia"}
print(random.sample(names, 1))  # one of them
