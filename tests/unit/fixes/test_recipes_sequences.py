"""Recipes that write a list, a tuple or a set where the code needs one."""

from __future__ import annotations

import pytest

from .conftest import Makes

_ALIAS = "object of type 'types.GenericAlias' has no len()"
_TUPLE = "'tuple' object does not support item assignment"
_LIST_KEY = "unhashable type: 'list'"
_SET_KEY = "unhashable type: 'set'"
_GENERATOR = "object of type 'generator' has no len()"


@pytest.mark.parametrize(
    ("recipe", "message", "before", "after", "sure"),
    [
        ("list-literal", _ALIAS, "a = list [1, 2]  # é\nlen(«a»)\n", "a = [1, 2]  # é\nlen(a)\n", True),
        ("list-literal", _ALIAS, "«len(set[1, 2])»\n", "len({1, 2})\n", True),
        ("list-literal", _ALIAS, 'len(«tuple["a"]»)\n', 'len(("a",))\n', True),
        (
            "list-literal",
            _ALIAS,
            "def f(x: list[int]) -> list[str]:\n\treturn «len(x)»\n\nf(list[1])\n",
            "def f(x: list[int]) -> list[str]:\n\treturn len(x)\n\nf([1])\n",
            True,
        ),
        (
            "tuple-to-list",
            _TUPLE,
            "p = (\r\n    1,  # x\r\n)\r\n«p[0]» = 2\r\n",
            "p = [\r\n    1,  # x\r\n]\r\np[0] = 2\r\n",
            True,
        ),
        ("tuple-to-list", _TUPLE, "p = 1, 2  # ü\n«p[0]» = 2\n", "p = [1, 2]  # ü\np[0] = 2\n", True),
        ("tuple-to-list", _TUPLE, "p = (1, 2),\n«p[0]» = 2\n", "p = [(1, 2),]\np[0] = 2\n", True),
        ("tuple-to-list", _TUPLE, "p = (1,)\n«p[0]» = 2\n", "p = [1]\np[0] = 2\n", True),
        ("tuple-to-list", _TUPLE, "p = tuple(x)\n«p[0]» = 2\n", "p = list(x)\np[0] = 2\n", True),
        ("tuple-to-list", _TUPLE, "r = [(1, 2), (3, 4)]\n«r[0][1]» = 5\n", "r = [[1, 2], [3, 4]]\nr[0][1] = 5\n", True),
        (
            "tuple-to-list",
            _TUPLE,
            "def f(p):\n    «p[0]» = 1\n\nf((1, 2))\n",
            "def f(p):\n    p[0] = 1\n\nf([1, 2])\n",
            True,
        ),
        (
            "tuple-to-list",
            _TUPLE,
            "p = (1, 2)\nq = f'%s %s' % p\n«p[0]» = 3\n",
            "p = [1, 2]\nq = f'%s %s' % p\np[0] = 3\n",
            False,
        ),
        ("tuple-to-list", _TUPLE, "p = (1, 2)\nd = {p: 1}\n«p[0]» = 3\n", None, None),
        (
            "tuple-to-list",
            _TUPLE,
            "class A:\n    def f(self):\n        self.p = (1, 2)\n        d[self.p] = 1\n        «self.p[0]» = 3\n",
            None,
            None,
        ),
        ("tuple-to-list", _TUPLE, "p = row()\n«p[0]» = 3\n", None, None),
        ("tuple-to-list", _TUPLE, "p = (1, 2)\np = p + (3,)\n«p[0]» = 3\n", None, None),
        ("hashable-key", _LIST_KEY, "«d = {[1, 2]: 'a', [3]: 'b'}»\n", "d = {(1, 2): 'a', (3,): 'b'}\n", True),
        ("hashable-key", _LIST_KEY, "«s = {[1, [2, 3]]}»\n", "s = {(1, (2, 3))}\n", True),
        ("hashable-key", _LIST_KEY, "k = sorted(w)  # c\n«d[k]» = 1\n", "k = tuple(sorted(w))  # c\nd[k] = 1\n", True),
        (
            "hashable-key",
            _LIST_KEY,
            "k = [1]\nk.append(2)\n«s.add(k)»\n",
            "k = [1]\nk.append(2)\ns.add(tuple(k))\n",
            True,
        ),
        (
            "hashable-key",
            _LIST_KEY,
            "def f(k):\n    «d[k]» = 1\n    return d[k]\n",
            "def f(k):\n    d[tuple(k)] = 1\n    return d[tuple(k)]\n",
            False,
        ),
        (
            "hashable-key",
            _LIST_KEY,
            "r = [[1], [2]]\n«print(set(r))»\n",
            "r = [[1], [2]]\nprint(set(map(tuple, r)))\n",
            True,
        ),
        ("hashable-key", _SET_KEY, "«s = {frozenset({1}), {2}}»\n", "s = {frozenset({1}), frozenset({2})}\n", True),
        ("hashable-key", "unhashable type: 'dict'", "«s = {{1: 2}}»\n", None, None),
        ("hashable-key", _LIST_KEY, "k = [[1], {2}]\n«d[k]»\n", None, None),
        ("to-list", _GENERATOR, "g = (x for x in y)\nlen(«g»)\n", "g = [x for x in y]\nlen(g)\n", True),
        ("to-list", _GENERATOR, "«len(x for x in y)»\n", "len([x for x in y])\n", True),
        ("to-list", _GENERATOR, "print(«d.keys()[0]»)\n", "print(list(d.keys())[0])\n", True),
        ("to-list", _GENERATOR, "m = map(int, x)\nm.keys\n«m[0]»\n", "m = list(map(int, x))\nm.keys\nm[0]\n", True),
        (
            "to-list",
            _GENERATOR,
            "def g():\n    yield 1\n\nlen(«g()»)\n",
            "def g():\n    yield 1\n\nlen(list(g()))\n",
            True,
        ),
        ("to-list", _GENERATOR, "def g():\n    while True:\n        yield 1\n\nlen(«g()»)\n", None, None),
        ("to-list", _GENERATOR, "g = (x for x in itertools.count())\nlen(«g»)\n", None, None),
    ],
)
def test_the_display_becomes_what_is_needed(
    makes: Makes, recipe: str, message: str, before: str, after: str | None, sure: bool | None
) -> None:
    makes(recipe, message, before, after, sure)


@pytest.mark.parametrize(
    ("recipe", "message", "code", "after"),
    [
        ("list-literal", _ALIAS, "x = len(«list[1, 2]»)", "x = len([1, 2])"),
        ("hashable-key", _LIST_KEY, "x = «{[1]: 'ä'}»", "x = {(1,): 'ä'}"),
        ("to-list", _GENERATOR, "x = «len(map(int, 'ß'))»", "x = len(list(map(int, 'ß')))"),
    ],
)
def test_all_other_text_stays(keeps_around: Makes, recipe: str, message: str, code: str, after: str) -> None:
    keeps_around(recipe, message, code, after)
