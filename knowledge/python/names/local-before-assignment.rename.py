"""The largest value."""
# fails: UnboundLocalError at line 6
# prints: 3
def largest(values):
    # the name of a built-in function
    max = max(values)
    return max


print(largest([1, 3, 2]))
