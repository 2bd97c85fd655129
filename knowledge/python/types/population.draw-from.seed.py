"""With a seed the same is to be drawn in every run: the list is sorted."""
# fails: TypeError at line 8
# prints: 2
import random

entrants = {"Ada": 3, "Bob": 1, "Cy": 2}
rng = random.Random(2024)
winners = rng.sample(entrants, k=2)  # of the keys
print(len(winners))
