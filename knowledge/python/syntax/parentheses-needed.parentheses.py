"""A sum that begins at ten."""
# fails: SyntaxError at line 5
# prints: 16
values = [1, 2, 3]
print(sum(value * 1 for value in values  # each
          if value, 10))
