"""Adds one to a text that is a number."""
# fails: TypeError at line 5
# prints: 6
seats = "5"
print(seats + 1)
