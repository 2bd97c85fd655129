"""A loop counts one too far."""
# fails: IndexError at line 7
# prints: 6
scores = [1, 2, 3]
total = 0
for i in range(len(scores) + 1):  # all of them
    total += scores[i]
print(total)
