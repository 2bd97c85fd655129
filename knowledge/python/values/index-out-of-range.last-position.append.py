"""Items are assigned to a list that is still empty."""
# fails: IndexError at line 6
# prints: [0, 1, 4]
squares = []
for n in range(3):
    squares[n] = n * n  # one by one
print(squares)
