"""Takes four fifths of the data."""
# fails: TypeError at line 6
# prints: [0, 1, 2, 3]
data = list(range(5))
size = len(data) * 0.8
print(data[:size])
