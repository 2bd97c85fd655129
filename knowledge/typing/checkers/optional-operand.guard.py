"""The price of several pieces, where the price is known."""
# run: pyright {file}
# needs: pyright
# fails: reportOptionalOperand at line 11

PRICES = {"tea": 3}


def cost(name: str, pieces: int) -> int:
    price = PRICES.get(name)
    return price * pieces  # without a discount


print(cost("tea", 2))
