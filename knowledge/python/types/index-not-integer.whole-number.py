"""Shows the name in the middle."""
# fails: TypeError at line 6
# prints: bob
names = ["ann", "bob", "cem"]
middle = len(names) / 2  # rounded down
print(names[middle])
