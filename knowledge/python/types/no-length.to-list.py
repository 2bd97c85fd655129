"""Counts squares."""
# fails: TypeError at line 6
# prints: 3 squares
numbers = [1, 2, 3]
squares = (number * number for number in numbers)  # all of them
print(len(squares), "squares")
