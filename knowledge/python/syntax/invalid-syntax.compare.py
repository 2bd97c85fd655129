"""Compares two things at once."""
# fails: SyntaxError at line 5
# prints: both
one, other = 1, 2
if one == 1 and other = 2:
    print("both")
