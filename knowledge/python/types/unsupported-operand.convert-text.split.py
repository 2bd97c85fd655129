"""Sums what a line holds."""
# fails: TypeError at line 6
# prints: 6
total = 0
for part in "1,2,3".split(","):
    total += part  # one by one
print(total)
