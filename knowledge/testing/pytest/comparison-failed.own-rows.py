"""A board with one stone."""
# needs: pytest
# run: pytest -q {file}
# fails: AssertionError at line 8
def test_stones():
    board = [["."] * 3] * 2  # two rows
    board[0][1] = "x"
    assert [row.count("x") for row in board] == [1, 0]
