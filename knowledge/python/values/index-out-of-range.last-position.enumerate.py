"""The gaps between the trains of a morning, in minutes."""
# fails: IndexError at line 7
# prints: 12
# prints: 15
TRAINS = [3, 15, 30]
for i, train in enumerate(TRAINS):  # the last one has no next
    gap = TRAINS[i + 1] - train
    print(gap)
