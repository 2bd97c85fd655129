"""The comma between two items that were taken for a call or an index."""

from __future__ import annotations

import pytest

from .conftest import Apply, Makes

_CALL = "'{}' object is not callable"
_INDEX = "list indices must be integers or slices, not tuple"


@pytest.mark.parametrize(
    ("message", "before", "after", "sure"),
    [
        (_CALL.format("tuple"), "A = [\n\t«(1, 2)»  # é\n\t(3,),\n]\n", "A = [\n\t(1, 2),  # é\n\t(3,),\n]\n", True),
        (_CALL.format("tuple"), "A = [«(1, 2) (3, 4)»]\n", "A = [(1, 2), (3, 4)]\n", True),
        (_CALL.format("tuple"), "f({«(1, 2)(3, 4)(5, 6)»})\n", "f({(1, 2), (3, 4), (5, 6)})\n", True),
        (_CALL.format("str"), 'A = [«"a"\n ("b", 2)»]\n', 'A = ["a",\n ("b", 2)]\n', True),
        (_CALL.format("str"), 'print(«"total:" (n)»)\n', 'print("total:", (n))\n', True),
        (_CALL.format("str"), 'print(«"-" (10)»)\n', 'print("-", (10))\n', False),
        (_CALL.format("str"), 'input(«"total:" (n)»)\n', 'input("total:", (n))\n', False),
        (_CALL.format("str"), 'print(«"%d of" (n)»)\n', None, None),
        (_CALL.format("str"), 'print(«"{} of" (n)»)\n', None, None),
        (_CALL.format("int"), "A = [«rows\n (1, 2)»]\n", "A = [rows,\n (1, 2)]\n", True),
        (_CALL.format("int"), "A = [«3 (1, 2)»]\n", None, None),
        (_CALL.format("int"), "A = [«rows (1, 2)»]\n", None, None),
        (_CALL.format("tuple"), "A = «(1, 2) (3, 4)»\n", None, None),
        (_CALL.format("list"), "A = [«(1, 2) (3, 4)»]\n", None, None),
        (_CALL.format("tuple"), "A = [«(1, 2)(*b)»]\n", None, None),
        (_INDEX, "A = [\n «[1]  # one\n [3, 4]»\n [5, 6]\n]\n", "A = [\n [1],  # one\n [3, 4],\n [5, 6]\n]\n", True),
        (_INDEX, "A = [«[1, 2] [3, 4]»]\n", "A = [[1, 2], [3, 4]]\n", True),
        (_INDEX, "A = [«[1, 2][a]»]\n", None, None),
        (_INDEX, "A = [«a[3, 4]»]\n", None, None),
        (_INDEX + "; perhaps you missed a comma?", "«A = [[1, 2] [3, 4]]\n", "A = [[1, 2], [3, 4]]\n", True),
        ("string indices must be integers, not 'str'", 'A = [«"a"\n ["b"]»]\n', 'A = ["a",\n ["b"]]\n', True),
        ("'set' object is not subscriptable", "A = [«{1}\n [2]»]\n", "A = [{1},\n [2]]\n", True),
    ],
)
def test_part_items(makes: Makes, message: str, before: str, after: str | None, sure: bool | None) -> None:
    makes("part-items", message, before, after, sure)


def test_what_is_well_stays(mend: Apply) -> None:
    source = "A = [«f\n     (3), g(4)»]\n"
    assert mend("part-items", source, "TypeError", "unsupported operand") is None


def test_around(keeps_around: Makes) -> None:
    code, after = "A = [«(1, 2)\n (3, 4)»]", "A = [(1, 2),\n (3, 4)]"
    keeps_around("part-items", _CALL.format("tuple"), code, after)
