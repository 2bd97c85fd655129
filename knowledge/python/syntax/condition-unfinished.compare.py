"""Names a size in one line."""
# fails: SyntaxError at line 5
# prints: small
size = 1
kind = "small" if size = 1 else "large"
print(kind)
