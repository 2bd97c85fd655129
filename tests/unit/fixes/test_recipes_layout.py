"""Where a bracket, a line or a sign belongs by the layout around it, and where nothing is sure."""

from __future__ import annotations

import pytest

from .broken_texts import mended_everywhere
from .conftest import Apply

_CLOSED = "'(' was never closed"
_UNMATCHED = "unmatched ')'"
_ITEMS = (
    "def parsed(text):\n    pass\n\n\n"
    "rows.append(\n    Row(\n        name=field('a').strip(),\n        {}\n        url=item.get('url'),\n    )\n)\n"
)


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        ("«" + _ITEMS.format("time=parsed(field('t', b='0'),"), _ITEMS.format("time=parsed(field('t', b='0')),"), True),
        ("x = f(\n    a,\n    «str(b or '-',\n    c,\n)\n", "x = f(\n    a,\n    str(b or '-'),\n    c,\n)\n", True),
        ("x = {\n    'a': «[1, 2,\n    'b': [3],\n}\n", "x = {\n    'a': [1, 2],\n    'b': [3],\n}\n", True),
        (
            "x = [\n    (1, 2),\n    «(3, 4,\n    (5, 6),\n]\n",
            "x = [\n    (1, 2),\n    (3, 4),\n    (5, 6),\n]\n",
            True,
        ),
        ("def g(a, b):\n    pass\n\n\nx = «f(g(1, 2, 3)\n", "def g(a, b):\n    pass\n\n\nx = f(g(1, 2), 3)\n", True),
        ("x = «f(g(1, 2, 3)\n", "x = f(g(1, 2, 3))\n", False),
        ("x = «'%s %s' % (a, b(c)\n", "x = '%s %s' % (a, b(c))\n", True),
        ("x = «'%s' % (a, b(c)\n", "x = '%s' % (a, b(c))\n", None),
        ("raise E(«f'{type(x.__name__)}: ' + str(y)\n", "raise E(f'{type(x.__name__)}: ' + str(y))\n", True),
        ("x = «(1, 2\ny = 3\nz = f(4\n", "x = (1, 2)\ny = 3\nz = f(4)\n", True),
        ("x = f«((a)\ny = 2\n", "x = f(a)\ny = 2\n", True),
    ],
)
def test_a_bracket_ends_where_the_layout_shows_it(mend: Apply, before: str, after: str, sure: bool | None) -> None:
    mended = (
        mended_everywhere(mend, "close-bracket", before, after, exception="SyntaxError", message=_CLOSED)
        if (sure is not None)
        else mend("close-bracket", before, exception="SyntaxError", message=_CLOSED)
    )
    if sure is None:
        assert mended is None or not mended.mend.sure
        return
    assert mended is not None
    assert mended.mend.sure == sure


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        ('print«"a")\n', 'print("a")\n', True),
        ("def f():\n    pass\n\n\n«f)\n", "def f():\n    pass\n\n\nf()\n", True),
        ("name = 1\nprint«name)\n", "name = 1\nprint(name)\n", None),
        ("x = 1\nif x in «1, 2):\n    pass\n", "x = 1\nif x in (1, 2):\n    pass\n", True),
        ("x = «{1: 2}}\n", "x = {1: 2}\n", True),
        ("import os\nx = os.path.join('a', 'b'«))\n", "import os\nx = os.path.join('a', 'b')\n", True),
        ("def f(inp):\n    n = leninp«)\n    return n\n", "def f(inp):\n    n = len(inp)\n    return n\n", True),
        ("def f(i):\n    n, m = 0, leninp«)\n", "def f(i):\n    n, m = 0, leninp\n", False),
        ("class Reader: ...\nr = Reader«)\n", "class Reader: ...\nr = Reader\n", False),
        ("def f(a, b):\n    c = a + b«)\n", "def f(a, b):\n    c = a + b\n", True),
    ],
)
def test_a_bracket_too_many_or_one_that_was_not_opened(mend: Apply, before: str, after: str, sure: bool | None) -> None:
    mended = mend("balance-brackets", before, exception="SyntaxError", message=_UNMATCHED)
    if sure is None:
        assert mended is None or mended.text == after or not mended.mend.sure
        return
    assert mended is not None
    assert mended.text == after
    assert mended.mend.sure == sure


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('x = {"a": 1, «"b" "c"}\n', 'x = {"a": 1, "b": "c"}\n'),
        ('x = {\n    "a" «"b",\n    "c": 1,\n}\n', 'x = {\n    "a": "b",\n    "c": 1,\n}\n'),
        ('x = {"a": 1, «"b" (2, 3)}\n', 'x = {"a": 1, "b": (2, 3)}\n'),
        ("x = {n «'%d' % n for n in y}\n", "x = {n: '%d' % n for n in y}\n"),
    ],
)
def test_a_pair_gets_its_colon(mend: Apply, before: str, after: str) -> None:
    mended_everywhere(mend, "add-comma", before, after, exception="SyntaxError", message="invalid syntax", sure=True)


_UNEXPECTED = "unexpected indent"
_MISMATCH = "unindent does not match any outer indentation level"


@pytest.mark.parametrize(
    ("message", "before", "after", "sure"),
    [
        (
            _UNEXPECTED,
            "def f():\n    a = 1\nb = 2\n«    c = 3\n    return a\n",
            "def f():\n    a = 1\n    b = 2\n    c = 3\n    return a\n",
            True,
        ),
        (
            _UNEXPECTED,
            "def f(x):\n    if x:\n        a = 1\nb = 2\n«    c = 3\n    return c\n",
            "def f(x):\n    if x:\n        a = 1\n    b = 2\n    c = 3\n    return c\n",
            True,
        ),
        (
            _MISMATCH,
            'def f():\n        """Says."""\n«    return 1\n',
            'def f():\n    """Says."""\n    return 1\n',
            True,
        ),
    ],
)
def test_the_line_that_stands_out_moves(mend: Apply, message: str, before: str, after: str, sure: bool) -> None:
    mended_everywhere(mend, "indent", before, after, exception="IndentationError", message=message, sure=sure)


def test_all_f_strings_with_quotes_of_their_own_are_mended(mend: Apply) -> None:
    before = "x = (\n    «f'{a['b']} '\n    f'{a['c']}'\n)\ny = f'{a['d']}'\n"
    after = "x = (\n    f'{a[\"b\"]} '\n    f'{a[\"c\"]}'\n)\ny = f'{a[\"d\"]}'\n"
    mended = mend("fstring", before, exception="SyntaxError", message="f-string: unmatched '['")
    if mended is None:
        pytest.skip("this Python takes such quotes")
    assert mended.text == after
    assert mended.mend.sure
