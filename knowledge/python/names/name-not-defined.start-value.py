"""Counts words."""
# fails: NameError at line 6
# prints: 2
for word in ("pen", "", "ink"):
    if word:
        count += 1  # one more
print(count)
