"""Counts letters."""
# fails: AttributeError at line 6
# prints: 3
# prints: 6
text = "pen"
print(text.length)
print(text.length * 2)
