"""Writes the type before the name of a loop, and parentheses."""
# fails: SyntaxError at line 5
# prints: 3
numbers = [3]
for (int n in numbers):  # each
    print(n)
