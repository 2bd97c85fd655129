"""Has a comma before the for."""
# fails: SyntaxError at line 5
# prints: [2, 4]
numbers = [1, 2]
doubled = [n * 2, for n in numbers]
print(doubled)
