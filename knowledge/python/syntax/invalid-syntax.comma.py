"""A list with semicolons."""
# fails: SyntaxError at line 4
# prints: 6
counts = [1; 2; 3]
print(sum(counts))
