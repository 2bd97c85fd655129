"""Sums up scores."""
# fails: TypeError at line 6
# prints: 240 of 3
scores = list[90, 80, 70]  # of this week
total = 0
for index in range(len(scores)):
    total += scores[index]
print(f"{total} of {len(scores)}")
