"""Counts down."""
# fails: SyntaxError at line 7
# prints: 3
# prints: 2
# prints: 1
count = 3
whlie count:
    print(count)
    count -= 1
