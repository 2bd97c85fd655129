"""One field of a grid."""
# fails: TypeError at line 5
# prints: 2
grid = [[1, 2], [3, 4]]
print(grid[0, 1])  # row, column
