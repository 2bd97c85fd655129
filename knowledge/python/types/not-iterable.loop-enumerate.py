"""A counter and an item are wanted of each number."""
# fails: TypeError at line 6
# prints: 2
peak, heights = 0, [3, 8, 5]
best = 1
for number, height in heights:
    if height > peak:
        peak, best = height, number + 1  # from one on
print(best)
