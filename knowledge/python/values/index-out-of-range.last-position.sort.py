"""Sorts by exchanging neighbours."""
# fails: IndexError at line 7
# prints: [1, 3, 5]
sizes = [5, 1, 3]
for done in range(len(sizes)):
    for at in range(len(sizes) - done):  # the rest is sorted
        if sizes[at] > sizes[at + 1]:
            sizes[at], sizes[at + 1] = sizes[at + 1], sizes[at]
print(sizes)
