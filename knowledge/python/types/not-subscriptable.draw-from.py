"""A set has no places, so nothing can be chosen from it."""
# fails: TypeError at line 6
# prints: True
import random

card = random.choice({"ace", "king", "queen"})  # any
print(len(card) > 2)
