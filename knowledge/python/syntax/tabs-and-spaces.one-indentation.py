"""Adds a row; two lines came with tabs."""
# fails: TabError at line 10
# prints: 6

def total(row: list[int]) -> int:
    """Sum of a row:
	a tab in a text stays."""
    result = 0
    for number in row:
	result += number  # pasted
    return result


print(total([1, 2, 3]))
