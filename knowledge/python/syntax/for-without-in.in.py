"""Goes through the numbers in a comprehension."""
# needs: python>=3.13
# fails: SyntaxError at line 5
# prints: [0, 1, 4, 9]
squares = [n * n for n range(4)]
print(squares)
