"""Names a size."""
# fails: SyntaxError at line 7
# prints: middle
size = 4
if size > 5:
    print("large")
else if size > 3:  # in between
    print("middle")
else:
    print("small")
