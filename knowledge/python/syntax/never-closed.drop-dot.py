"""A sum over lines."""
# fails: SyntaxError at line 5
# prints: 6
print(
    sum.([1, 2, 3])
)
