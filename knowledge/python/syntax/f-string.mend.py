"""Rows with the f-string's own quotes in its fields."""
# needs: python<3.12
# fails: SyntaxError at line 6
# prints: one tea, it's 3.50
ROW = {"name": "tea", "price": 3.5}
print(f"one {ROW["name"]}, it's {ROW["price"]:.2f}")  # "price"
