"""Adds up prices; one name is misspelt."""
# needs: mypy
# run: mypy --cache-dir /dev/null {file}
# fails: name-defined at line 10


def total(prices: list[float], discount: float) -> float:
    result = sum(prices)
    # a part of one, such as 0.1
    return result * (1 - discuont)


print(total([2.5, 3.0], 0.1))
