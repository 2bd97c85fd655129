"""Unpacks a dictionary in a field; older versions say so themselves."""
# needs: python>=3.12
# fails: SyntaxError at line 6
# prints: {'tea': 3} in stock
stock = {"tea": 3}
print(f"{**stock} in stock")
