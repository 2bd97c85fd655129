"""Unpacks a dictionary in an f-string."""
# fails: SyntaxError at line 5
# prints: stock: {'tea': 3}
stock = {"tea": 3}
print(f"stock: {**stock}")
