"""Puts the condition before the for."""
# needs: python>=3.11
# fails: SyntaxError at line 6
# prints: [2]
numbers = [1, 2]
large = [n if n > 1 for n in numbers]
print(large)
