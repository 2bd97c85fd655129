"""A text with a field."""
# fails: SyntaxError at line 5
# prints: 2 cups
cups = 2
print(f "{cups} cups")
