"""The smallest uses the generator up, and nothing is left for the largest."""
# fails: ValueError at line 6
# prints: 3 12
text = "7 12 3"
sizes = (int(part) for part in text.split())  # pieces
low, high = min(sizes), max(sizes)
print(low, high)
