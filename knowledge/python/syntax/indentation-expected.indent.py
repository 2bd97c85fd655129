"""Adds up the prices of a basket."""
# fails: IndentationError at line 10
# prints: total 7.5
BASKET = [2.5, 3.0, 2.0]


def total(prices: list[float]) -> float:
    result = 0.0
    for price in prices:
    result += price  # nothing is taken off yet
    return result


print("total", total(BASKET))
