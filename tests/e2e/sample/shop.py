"""A shop's price list, with one mistake of each kind that checkers find."""

import re
from collections.abc import Sequence


def version(text: str) -> str:
    found = re.match(r"v(\d+)", text)
    return found.group(1)  # the number alone


def total(prices: Sequence[int]) -> str:
    return sum(prices)


def log_file() -> Path:
    return Path("shop.log")


async def fetch(name: str) -> str:
    return name.upper()


async def show(name: str) -> None:
    fetch(name)
    print("shown", name)


def first(text: str) -> str:
    found = re.match(r"[a-z]+", text)
    return found[0]


def shout(name: str) -> str:
    return name.uper()


def price() -> int:
    import shop_tool

    return shop_tool.PRICE
