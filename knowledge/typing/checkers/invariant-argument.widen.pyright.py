"""Prices by name, written in cents."""
# run: pyright {file}
# needs: pyright
# fails: reportArgumentType at line 12


def dearest(prices: dict[str, float]) -> str:
    return max(prices.items(), key=lambda one: one[1])[0]


cents: dict[str, int] = {"tea": 210, "cake": 340}
print(dearest(cents))  # per piece
