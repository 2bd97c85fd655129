"""Appends to it, so a list was meant."""
# fails: SyntaxError at line 4
# prints: [1, 2, 3]
values = (1, 2]  # the first two
values.append(3)
print(values)
