"""`singular-plural`: the other number of a missing name, where its use decides."""

from __future__ import annotations

import pytest

from .conftest import Keeps

MISSING = "name 'price' is not defined"


@pytest.mark.parametrize(
    ("use", "sure"),
    [
        ("sum(price)", True),
        ("sorted(price, key=str)", True),
        ("', '.join(price)", True),
        ("max(price)", True),
        ("[one for one in price]", True),
        ("print(*price)", True),
        ("list(map(str, price))", True),
        ("price.append(3)", True),
        ("own(price)", True),
        ("len(price)", False),
        ("price[0]", False),
        ("3 in price", False),
        ("price + 1", None),
        ("print(price)", None),
        ("map(price, [1])", None),
        ("max(price, 3)", None),
        ("f'{price}'", None),
        ("price.total()", None),
        ("run(price)", None),
        ("sum(price) + price", None),
        ("[len(price) for one in prices]", None),
        ("[one for one in prices if one in price]", None),
    ],
)
def test_the_whole(keeps: Keeps, use: str, sure: bool | None) -> None:
    own = "def own(prices):\n    pass\n\n\n"
    before = f"{own}def f(prices):\n    «return {use}  # of all\n"
    after = f"{own}def f(prices):\n    return {use.replace('price', 'prices')}  # of all\n"
    keeps("singular-plural", "NameError", MISSING, before, None if sure is None else after, bool(sure), name="price")


@pytest.mark.parametrize(
    ("use", "fits"),
    [
        ("f'{prices:.2f}'", True),
        ("prices * 2", True),
        ("round(prices)", True),
        ("prices > 3", True),
        ("prices.upper()", True),
        ("own(prices)", True),
        ("run(prices)", False),
        ("sum(prices)", False),
        ("prices[0]", False),
    ],
)
def test_one_of_it(keeps: Keeps, use: str, fits: bool) -> None:
    own = "def own(price):\n    pass\n\n\n"
    before = f"{own}for price in load():\n    print(price)\n    «x = {use}\n"
    after = f"{own}for price in load():\n    print(price)\n    x = {use.replace('prices', 'price')}\n"
    keeps("singular-plural", "NameError", "", before, after if fits else None, name="prices")


def test_a_loop_over_its_own_name(keeps: Keeps) -> None:
    before = "def f(prices):\n    «for price in price:  # each\n        print(price)\n"
    after = "def f(prices):\n    for price in prices:  # each\n        print(price)\n"
    keeps("singular-plural", "UnboundLocalError", "", before, after, name="price")
    with_value = before.replace("«for", "if prices:\n        price = []\n    «for")
    keeps("singular-plural", "UnboundLocalError", "", with_value, None, name="price")
    keeps("singular-plural", "UnboundLocalError", "", before.replace("prices", "rows"), None, name="price")


@pytest.mark.parametrize(
    "around",
    [
        "def f(rows):\n    «return sum(price)\n",
        "def f(prices, price_list):\n    «return sum(price)\n",
        "price = 3\n\n\ndef f(prices):\n    «return sum(price)\n",
        "def g():\n    price = 3\n\n\ndef f(prices):\n    «return sum(price)\n",
        "def g(price):\n    pass\n\n\ndef f(prices):\n    «return sum(price)\n",
        "def f(prices):\n    for one in prices:\n        «print(one, sorted(price))\n",
    ],
)
def test_where_it_does_not_apply(keeps: Keeps, around: str) -> None:
    keeps("singular-plural", "NameError", MISSING, around, None, name="price")


def test_items_of_the_name_elsewhere_do_not_matter(keeps: Keeps) -> None:
    before = "def f(prices):\n    for price in prices:\n        pass\n\n\ndef g(prices):\n    «return sum(price)\n"
    keeps(
        "singular-plural",
        "NameError",
        MISSING,
        before,
        before.replace("«", "").replace("m(price", "m(prices"),
        name="price",
    )


@pytest.mark.parametrize(("many", "one"), [("cities", "city"), ("boxes", "box"), ("word_list", "word")])
def test_plurals(keeps: Keeps, many: str, one: str) -> None:
    before = f"{many} = load()\n«print(sum({one}))\n"
    keeps("singular-plural", "NameError", "", before, f"{many} = load()\nprint(sum({many}))\n", name=one)
