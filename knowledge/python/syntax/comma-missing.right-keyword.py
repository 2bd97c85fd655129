"""Squares of some numbers."""
# fails: SyntaxError at line 4
# prints: [0, 1, 4]
squares = [n * n fro n in range(3)]
print(squares)
