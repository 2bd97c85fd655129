"""Arguments that a function of Python wants in another form."""

from __future__ import annotations

import pytest

from .conftest import Keeps

_ITERATOR = "'list' object is not an iterator"
_JOIN = "sequence item 0: expected str instance, int found"
_NONE = "sequence item 0: expected str instance, NoneType found"


@pytest.mark.parametrize(
    ("message", "before", "after"),
    [
        (_ITERATOR, "x = next(names, None)  # ä", "x = next(iter(names), None)  # ä"),
        (_ITERATOR, "while y: x = «next(names)»", None),  # the first again and again
        (_ITERATOR, "x = [next(names) for _ in y]", None),
        (_ITERATOR, "x = «next(names)»\ny = next(names)", None),
        (_JOIN, "print(', '.join(sizes))", "print(', '.join(map(str, sizes)))"),
        (_JOIN, "print(', '.join(\n    [3, 4]  # two\n))", "print(', '.join(\n    map(str, [3, 4])  # two\n))"),
        (_JOIN, "print(', '.join(x for x in y))", None),
        (_JOIN, "print(os.path.join(a, b))", None),
        (_NONE, "print(', '.join(sizes))", None),
        ("string argument without an encoding", "x = bytes(word)", 'x = bytes(word, "utf-8")'),
        ("string argument without an encoding", "x = bytearray('a')", "x = bytearray('a', \"utf-8\")"),
        ("'zip' object is not reversible", "x = reversed(zip(a, b))", "x = reversed(list(zip(a, b)))"),
        ("'set' object is not reversible", "x = reversed({1, 2})", None),
        ("type str doesn't define __round__ method", "x = round(price, 2)", "x = round(float(price), 2)"),
        ("type list doesn't define __round__ method", "x = round(price, 2)", None),
        ("bad operand type for abs(): 'str'", "x = abs(p)", "x = abs(float(p))"),
        ("bad operand type for abs(): 'str'", "x = abs(p) + abs(q)", None),
        ("bad operand type for abs(): 'str'", "x = abs(*p)", None),
    ],
)  # fmt: skip
def test_the_argument_is_made_what_is_wanted(keeps: Keeps, message: str, before: str, after: str | None) -> None:
    mark = "" if "«" in before else "«"
    keeps("wrap-argument", "TypeError", message, f"{mark}{before}\n", f"{after}\n" if after else None)
