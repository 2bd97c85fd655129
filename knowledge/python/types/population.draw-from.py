"""A dictionary has no places to draw from; its keys in a list have."""
# fails: TypeError at line 8
# prints: 2
import random

stock = {"apples": 4, "pears": 2, "plums": 9}
# two kinds for today's table
chosen = random.sample(stock, 2)  # no order is needed
print(len(chosen))
