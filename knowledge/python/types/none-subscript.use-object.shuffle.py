"""The shuffled cards are expected from shuffle."""
# fails: TypeError at line 8
# prints: 5
import random

cards = list(range(5))
mixed = random.shuffle(cards)  # the same cards
print(len(mixed))
