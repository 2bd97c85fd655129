"""Begins a comprehension with its for."""
# fails: SyntaxError at line 5
# prints: [2, 4]
numbers = [1, 2]
doubled = [for n in numbers: n * 2]  # twice
print(doubled)
