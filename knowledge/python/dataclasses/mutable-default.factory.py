"""Baskets."""
# needs: python>=3.11
# fails: ValueError at line 8
# prints: Basket(owner='Ann', items=[], prices={}, sizes=[1, 2])
from dataclasses import dataclass


@dataclass
class Basket:
    owner: str
    items: list = []  # nothing yet
    prices: dict[str, int] = {}
    sizes: list = [1, 2]


print(Basket("Ann"))
