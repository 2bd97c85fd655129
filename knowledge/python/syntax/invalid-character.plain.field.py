"""A no-break blank in a field of an f-string."""
# fails: SyntaxError at line 5
# prints: 3 é
tea = 3
print(f"{tea } é")
