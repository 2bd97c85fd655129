"""How many points lie in each square; a function makes the key."""
# fails: TypeError at line 13
# prints: 2
def square(x, y):
    column = int(x) // 10
    row = int(y) // 10
    return [column, row]  # from nought


counts = {}
for x, y in [(1, 2), (3, 4), (11, 2)]:
    column, row = square(x, y)
    counts[square(x, y)] = counts.get(square(x, y), 0) + 1
print(counts[square(5, 5)])
