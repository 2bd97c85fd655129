"""Unpacks a dictionary in an f-string."""
# needs: python<3.12
# fails: SyntaxError at line 6
# prints: stock: {'tea': 3}
stock = {"tea": 3}
print(f"stock: {**stock}")
