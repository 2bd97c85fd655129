"""A board with one stone."""
# fails: AssertionError at line 7
# prints: ok
board = [["."] * 3] * 2  # two rows
board[0][1] = "x"
stones = [row.count("x") for row in board]
assert stones == [1, 0]
print("ok")
