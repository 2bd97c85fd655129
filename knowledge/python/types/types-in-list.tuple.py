"""Which values are numbers."""
# fails: TypeError at line 5
# prints: 2
values = [3, "a", 2.5]
print(sum(isinstance(value, [int, float]) for value in values))  # both kinds
