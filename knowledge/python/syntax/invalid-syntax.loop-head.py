"""Puts a condition into the head of a loop."""
# fails: SyntaxError at line 5
# prints: Bo
names = ["Ann", "Bo"]
for name in names if len(name) < 3:  # short ones
    print(name)
