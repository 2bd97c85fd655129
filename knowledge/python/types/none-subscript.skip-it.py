"""Adds what stands on a shopping list."""
# fails: TypeError at line 8
# prints: 5
import re
total = 0
for line in ["# today", "2 apples", "3 pears"]:
    found = re.match(r"(\d+) \w+", line)
    total += int(found[1])
print(total)
