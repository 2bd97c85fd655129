"""reversed was given something that has no order, or that gives its item."""
# fails: TypeError at line 5
# prints: 2
pairs = zip("ab", [1, 2])
print(list(reversed(pairs))[0][1])  # the last
