"""`last-position` where a loop reads the next item: sure only where the last one has nothing else to be done for it."""

from __future__ import annotations

import pytest

from .conftest import Makes

OUT = "list index out of range"


def _loop(body: str, head: str = "for i in range(len(x)):", after: str = "") -> str:
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    return f"x = load()\n{head}  # é\n{lines}{after}"


@pytest.mark.parametrize(
    ("body", "sure"),
    [
        ("print(«x[i + 1]» - x[i])", True),
        ("here = x[i]\nnext_one = «x[i + 1]»\nprint(next_one - here)", True),
        ("a, b = x[i], 0\nif «x[i + 1]» > a:\n    b = 1\nout.append(b)", True),
        ("if x[i] == «x[i + 1]»:\n    print(x[i])", True),
        ("if «x[i + 1]» < x[i]:\n    x[i], x[i + 1] = x[i + 1], x[i]", True),
        ("if i:\n    print(«x[i + 1]»)", True),
        # the last item has something to be done for it too
        ("total += x[i]\nif x[i] == «x[i + 1]»:\n    print(i)", False),
        ("print(x[i])\nprint(«x[i + 1]»)", False),
        ("if x[i] != «x[i + 1]»:\n    out.append(x[i])", False),
        ("one = x[i]\nif one == «x[i + 1]»:\n    pass\nelse:\n    print(one)", False),
        ("if x[i] < «x[i + 1]»:\n    n += 1\nelse:\n    best = max(best, n)\n    n = 1", False),
        ("run.append(x[i])\nif x[i] + 1 != «x[i + 1]»:\n    out.append(run)\n    run = []", False),
        ("one = x[i]\nif «x[i + 1]» > one:\n    total -= one\nelse:\n    total += one", False),
        ("if «x[i + 1]» > x[i]:\n    ups += 1\nelse:\n    downs += 1", True),
        ("if x[i] < «x[i + 1]»:\n    n += 1\n    best = max(best, n)\nelse:\n    n = 0", True),
        ("for j in range(3):\n    print(«x[i + 1]»)", False),
        ("x[0].seen = i\nprint(«x[i + 1]»)", False),
    ],
)
def test_what_the_loop_does(makes: Makes, body: str, sure: bool) -> None:
    before = _loop(body)
    after = before.replace("len(x))", "len(x) - 1)").replace("«", "").replace("»", "")
    makes("last-position", OUT, before, after, sure, "IndexError")


def test_a_value_that_is_used_after_the_loop(makes: Makes) -> None:
    body = "last = x[i]\nif last == «x[i + 1]»:\n    print(i)"
    for after, sure in (("print(1)\n", True), ("print(last)\n", False)):
        before = _loop(body, after=after)
        mended = before.replace("len(x))", "len(x) - 1)").replace("«", "").replace("»", "")
        makes("last-position", OUT, before, mended, sure, "IndexError")


def test_other_heads(makes: Makes) -> None:
    body = "print(«x[i + 1]» - x[i])"
    for head, mended in (
        ("for i, one in enumerate(x):", "for i, one in enumerate(x[:-1]):"),
        ("for i in range(1, len(x)):", "for i in range(1, len(x) - 1):"),
    ):
        after = _loop(body, mended).replace("«", "").replace("»", "")
        makes("last-position", OUT, _loop(body, head), after, True, "IndexError")
    further = "print(«x[i + 2]» - x[i])"
    after = _loop(further, "for i in range(len(x) - 2):").replace("«", "").replace("»", "")
    makes("last-position", OUT, _loop(further, "for i in range(len(x) - 1):"), after, True, "IndexError")
    makes("last-position", OUT, _loop(body, "for i, one in enumerate(y):"), None, None, "IndexError")
    makes("last-position", OUT, _loop(body, "for i in range(len(x) - 1):"), None, None, "IndexError")


@pytest.mark.parametrize(
    ("elements", "sure"),
    [
        ("x[i] for i in range(len(x)) if x[i] == «x[i + 1]»", True),
        ("x[i] for i in range(len(x)) if x[i] != «x[i + 1]»", False),
        ("«x[i + 1]» - x[i] for i in range(len(x)) if x[i]", True),
    ],
)
def test_comprehensions(makes: Makes, elements: str, sure: bool) -> None:
    before = f"x = load()\nprint([{elements}])\n"
    after = before.replace("len(x))", "len(x) - 1)").replace("«", "").replace("»", "")
    makes("last-position", OUT, before, after, sure, "IndexError")
