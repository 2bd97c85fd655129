"""A list is overwritten with what append gives back."""
# fails: AttributeError at line 7
# prints: [0, 1, 4]
squares = []
for n in range(3):
    # one more
    squares = squares.append(n * n)
print(squares)
