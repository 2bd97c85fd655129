"""The last item has no neighbour to be compared with."""
# fails: IndexError at line 7
# prints: 2
heights = [1, 5, 2, 8]
climbs = 0
for i in range(len(heights)):
    if heights[i] < heights[i + 1]:  # uphill
        climbs += 1
print(climbs)
