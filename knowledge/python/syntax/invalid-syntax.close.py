"""Asks for the length, and compares it inside of the parentheses."""
# fails: SyntaxError at line 5
# prints: two or more
names = ["Ann", "Bo"]
if len(names > 1:  # a pair
    print("two or more")
