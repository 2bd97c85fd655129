"""Reads the mark of a place."""
# fails: IndexError at line 9
# prints: none
# prints: c
def mark(row, marks):
    """The mark in a row; none outside of the rows."""
    if row < 0 or row > len(marks):
        return "none"
    return marks[row]


print(mark(3, ["a", "b", "c"]))
print(mark(2, ["a", "b", "c"]))
