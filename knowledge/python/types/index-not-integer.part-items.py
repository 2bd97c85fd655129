"""Rows of numbers without the commas between two of them."""
# fails: TypeError at line 5
# prints: 4 9
ROWS = [
    [1, 2, 3]
    [4, 5, 6]
    [7, 8, 9]
]
print(ROWS[1][0], ROWS[2][2])
