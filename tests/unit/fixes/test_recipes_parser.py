"""Recipes for what the parser refuses: every form, every refusal, and nothing touched outside of the edits."""

from __future__ import annotations

from itertools import pairwise

import pytest
from tracemend.context import Context
from tracemend.fixes import registry
from tracemend.fixes.recipe import Mend, Request, apply_edits
from tracemend.fixes.toolkit.slips import is_slip
from tracemend.fixes.toolkit.tokens import tokens_of
from tracemend.knowledge.model import Edit
from tracemend.reading.report import ErrorReport, Span
from tracemend.source.place import Place
from tracemend.source.text import SourceText

RECIPES = (
    "add-colon",
    "equal-signs",
    "swap-sides",
    "add-comma",
    "balance-brackets",
    "python-3",
    "parameters",
    "keyword",
    "operator-sign",
    "drop-dot",
    "drop-prompt",
    "close-text",
)


def _mend(recipe: str, text: str, away: int = 0) -> Mend | None:
    """A recipe applied where this interpreter reports the text's error, or `away` lines from there."""
    with pytest.raises(SyntaxError) as caught:
        compile(text, "a.py", "exec")
    error = caught.value
    source = SourceText(text)
    place = Place("a.py", "/a.py", (error.lineno or 1) + away, None, None, source, None, None)
    report = ErrorReport("python", "error", "SyntaxError", error.msg, Span(1, 1))
    return registry.apply(Edit(recipe), Request({}, {}, report, place, Context()))


_FORMS: list[tuple[str, str, str, bool]] = [
    ("add-colon", "if x  # why\n    pass\n", "if x:  # why\n    pass\n", True),
    ("add-colon", "class A\n    def f(self)\n        pass\n", "class A:\n    def f(self):\n        pass\n", True),
    ("add-colon", "try\n    pass\nfinally\n    pass\n", "try:\n    pass\nfinally:\n    pass\n", True),
    ("add-colon", "if (a and\n    b)\n    pass\n", "if (a and\n    b):\n    pass\n", True),
    ("add-colon", "while x;\n    pass\n", "while x:\n    pass\n", True),
    ("add-colon", "for x in y print(x)\n", "for x in y: print(x)\n", True),
    ("add-colon", "while a b()\n", "while a: b()\n", False),
    ("equal-signs", "if x % 2 = 0 or y = 1:\n    pass\n", "if x % 2 == 0 or y == 1:\n    pass\n", True),
    ("equal-signs", "x = [a for a in b if a.c = 1]\n", "x = [a for a in b if a.c == 1]\n", True),
    ("equal-signs", "x = 1 if a = 2 else 3\n", "x = 1 if a == 2 else 3\n", True),
    ("equal-signs", "assert f(x) = 3, 'no'\n", "assert f(x) == 3, 'no'\n", True),
    ("equal-signs", "if f(a=1) = 2:\n    pass\n", "if f(a=1) == 2:\n    pass\n", True),
    ("equal-signs", "while chunk = f.read(9):\n    pass\n", "while chunk := f.read(9):\n    pass\n", True),
    ("equal-signs", "c = 0\nwhile c = f():\n    pass\n", "c = 0\nwhile c == f():\n    pass\n", False),
    ("equal-signs", "if a and line = f():\n    pass\n", "if a and line == f():\n    pass\n", False),
    ("equal-signs", "def f():\n    return a = 1\n", "def f():\n    return a == 1\n", False),
    ("equal-signs", "f(a.b=1)\n", "f(a.b==1)\n", False),
    ("equal-signs", "print(len(a) = 3)\n", "print(len(a) == 3)\n", True),
    ("equal-signs", "d = {'a' = 1, 'b'=2}\n", "d = {'a': 1, 'b':2}\n", True),
    ("equal-signs", "d = {'a': 1, b = 2}\n", "d = {'a': 1, b: 2}\n", False),
    ("equal-signs", "d = dict('a'=1, 'b'=2)\n", "d = dict(a=1, b=2)\n", True),
    ("equal-signs", "a.b := 3\n", "a.b = 3\n", True),
    ("equal-signs", "a = b := 3\n", "a = b = 3\n", True),
    ("swap-sides", "1 = a\n", "a = 1\n", True),
    ("swap-sides", "None = a; b = 2\n", "a = None; b = 2\n", True),
    ("swap-sides", "input('a') = name\nprint(name)\n", "name = input('a')\nprint(name)\n", True),
    ("swap-sides", "a = 1\n5 = a\n", "a = 1\na = 5\n", False),
    ("add-comma", "a = (1, 2 3)\n", "a = (1, 2, 3)\n", True),
    ("add-comma", "a = [\n    'b',  # c\n    f(2)\n    3,\n]\n", "a = [\n    'b',  # c\n    f(2),\n    3,\n]\n", True),
    ("add-comma", "a = {\n  'b': 'c'\n  'd': 'e'\n}\n", "a = {\n  'b': 'c',\n  'd': 'e'\n}\n", True),
    ("add-comma", "f(a=1 b=2)\n", "f(a=1, b=2)\n", True),
    ("add-comma", "print('a' b)\n", "print('a', b)\n", True),
    ("add-comma", "f(a b)\n", "f(a, b)\n", False),
    ("add-comma", "def f(a, b):\n    pass\nf(1 c)\n", "def f(a, b):\n    pass\nf(1, c)\n", True),
    ("add-comma", "print(Hello World)\n", "print(Hello, World)\n", False),
    ("add-comma", "x = (a b)\n", "x = (a, b)\n", False),
    ("add-comma", "x = a[1 2]\n", "x = a[1, 2]\n", False),
    ("add-comma", "x = [-1 -2 3]\n", "x = [-1 -2, 3]\n", False),
    ("add-comma", "x = (a\n  b)\n", "x = (a,\n  b)\n", False),
    ("add-comma", "x = {'a': 1, 'b' 2}\n", "x = {'a': 1, 'b': 2}\n", True),
    ("add-comma", "x = {'a' 1}\n", "x = {'a': 1}\n", False),
    ("add-comma", "x = [1; 2; 3]\n", "x = [1, 2, 3]\n", True),
    ("add-comma", "f(a,, b)\n", "f(a, b)\n", True),
    ("add-comma", "def f(self a):\n    pass\n", "def f(self, a):\n    pass\n", True),
    ("add-comma", "def f(self *a **k):\n    pass\n", "def f(self, *a, **k):\n    pass\n", True),
    ("add-comma", "t.assertTrue('a' b)\n", "t.assertTrue('a', b)\n", False),
    ("add-comma", "for i x in y:\n    pass\n", "for i, x in y:\n    pass\n", True),
    ("balance-brackets", "print(len(a)))  # b\n", "print(len(a))  # b\n", True),
    ("balance-brackets", "f(\n  1,\n)\n)\ny = 2\n", "f(\n  1,\n)\ny = 2\n", True),
    ("balance-brackets", "print(len(a)) / 2)\n", "print(len(a) / 2)\n", True),
    ("balance-brackets", "x = int(f(a)) + 1)\n", "x = int(f(a)) + 1\n", False),
    ("balance-brackets", "f(g('a')).h() + g('b').h())\n", "f(g('a').h() + g('b').h())\n", False),
    ("balance-brackets", "x = f(g('a')).h() + g(i()))\n", "x = f(g('a')).h() + g(i())\n", False),
    ("balance-brackets", "if a == b):\n    pass\n", "if a == b:\n    pass\n", True),
    ("balance-brackets", "x = (1 + 2] * 3\n", "x = (1 + 2) * 3\n", True),
    ("balance-brackets", "x = f([1, 2)]\n", "x = f([1, 2])\n", True),
    ("balance-brackets", "d = {\n  'a': [1, 2,\n  'b': 3,\n}\n", "d = {\n  'a': [1, 2],\n  'b': 3,\n}\n", True),
    ("balance-brackets", "print(x[0)\n", "print(x[0])\n", True),
    ("balance-brackets", "x = f(a[1, b)\n", "x = f(a[1], b)\n", True),
    ("balance-brackets", "x = (b[1 << 8) | 2\n", "x = (b[1 << 8]) | 2\n", False),
    ("balance-brackets", "print('a'\n\ndef f():\n    pass\n)\n", "print('a')\n\ndef f():\n    pass\n", True),
    ("balance-brackets", "f(1,\n    2\ng()\n)\n", "f(1,\n    2)\ng()\n", True),
    ("python-3", "print 'a', b  # c\nprint\nprint x,\n", "print('a', b)  # c\nprint()\nprint(x, end=\" \")\n", True),
    ("python-3", "print 1\nprint >>f, 'a', b\n", "print(1)\nprint('a', b, file=f)\n", True),
    ("python-3", "if x: print x; print(y)\n", "if x: print(x); print(y)\n", True),
    ("python-3", "print '%d' % (a,\n  b)\n", "print('%d' % (a,\n  b))\n", True),
    ("python-3", "exec code in names\n", "exec(code, names)\n", True),
    ("python-3", "raise E, 'a'\n", "raise E('a')\n", True),
    ("python-3", "raise E, (1, 2), tb\n", "raise E(1, 2).with_traceback(tb)\n", True),
    ("python-3", "raise E, F\n", "raise E(F)\n", False),
    ("python-3", "if `a` <> b:\n    pass\n", "if repr(a) != b:\n    pass\n", True),
    ("python-3", "print 0777, 10L\n", "print(0o777, 10)\n", True),
    ("python-3", "try:\n    x\nexcept A, B as e:\n    pass\n", "try:\n    x\nexcept (A, B) as e:\n    pass\n", True),
    ("parameters", "lambda: 0\ndef f(**k, *a):\n    pass\n", "lambda: 0\ndef f(*a, **k):\n    pass\n", True),
    ("parameters", "def f(a, **k, /):\n    pass\n", "def f(a, /, **k):\n    pass\n", True),
    ("parameters", "def f(a, *b, /):\n    pass\n", "def f(a, /, *b):\n    pass\n", True),
    (
        "parameters",
        "def f(\n    a,\n    **k,\n    b,\n):\n    pass\n",
        "def f(\n    a,\n    b,\n    **k,\n):\n    pass\n",
        True,
    ),
    ("parameters", "def f:\n    pass\n", "def f():\n    pass\n", True),
    ("parameters", "def f a, b=2:\n    pass\n", "def f(a, b=2):\n    pass\n", True),
    ("parameters", "class A:\n    def f:\n        self.x\n", "class A:\n    def f(self):\n        self.x\n", True),
    ("parameters", "class A:\n    def f:\n        pass\n", "class A:\n    def f(self):\n        pass\n", False),
    ("parameters", "print(sep=',', 'a')\n", "print('a', sep=',')\n", True),
    ("parameters", "f(**a, *b)\n", "f(*b, **a)\n", True),
    ("parameters", "def g(a, b):\n    pass\ng(b=2, 3)\n", "def g(a, b):\n    pass\ng(3, b=2)\n", True),
    ("parameters", "def g(a, b):\n    pass\ng(a=2, 3)\n", "def g(a, b):\n    pass\ng(3, a=2)\n", False),
    ("keyword", "if a:\n    pass\nelse if b:\n    pass\n", "if a:\n    pass\nelif b:\n    pass\n", True),
    ("keyword", "if a:\n    pass\nelse b > 1:\n    pass\n", "if a:\n    pass\nelif b > 1:\n    pass\n", True),
    ("keyword", "whlie x:\n    pass\n", "while x:\n    pass\n", True),
    ("keyword", "Def f():\n    Return 1\n", "def f():\n    return 1\n", True),
    ("keyword", "is x:\n    pass\n", "if x:\n    pass\n", True),
    ("keyword", "form os import path\n", "from os import path\n", True),
    ("keyword", "from os improt path\n", "from os import path\n", True),
    ("keyword", "x = [a fro a in b]\n", "x = [a for a in b]\n", True),
    ("keyword", "x = a adn b\n", "x = a and b\n", True),
    ("keyword", "function f():\n    pass\n", "def f():\n    pass\n", True),
    ("keyword", "for x range(4):\n    pass\n", "for x in range(4):\n    pass\n", True),
    ("keyword", "for x [1, 2]:\n    pass\n", "for x in [1, 2]:\n    pass\n", True),
    ("keyword", "for x nowhere:\n    pass\n", "for x in nowhere:\n    pass\n", False),
    ("keyword", "x = [a for a b.c]\n", "x = [a for a in b.c]\n", True),
    ("keyword", "for x of y:\n    pass\n", "for x in y:\n    pass\n", True),
    ("keyword", "if 'a' not b:\n    pass\n", "if 'a' not in b:\n    pass\n", True),
    ("operator-sign", "a / = b\n", "a /= b\n", True),
    ("operator-sign", "if a > = 1 and b = = 2:\n    pass\n", "if a >= 1 and b == 2:\n    pass\n", True),
    ("operator-sign", "x = 1 if y = = 2 else 3\n", "x = 1 if y == 2 else 3\n", True),
    ("operator-sign", "y = = 2\n", "y = 2\n", True),
    ("operator-sign", "if a => b:\n    pass\n", "if a >= b:\n    pass\n", True),
    ("operator-sign", "if a === b:\n    pass\n", "if a == b:\n    pass\n", False),
    ("operator-sign", "if a||!b:\n    pass\n", "if a or not b:\n    pass\n", True),
    ("operator-sign", "while x:\n    x++  # n\n", "while x:\n    x += 1  # n\n", True),
    ("operator-sign", "print(f 'a {b}')\n", "print(f'a {b}')\n", True),
    ("operator-sign", "def f() - > int:\n    pass\n", "def f() -> int:\n    pass\n", True),
    ("drop-dot", "print(len.('x'))\n", "print(len('x'))\n", True),
    ("drop-dot", "x = a.b.[1]\n", "x = a.b[1]\n", True),
    ("drop-prompt", ">>> for x in y:\n...     print(x)\n...\n", "for x in y:\n    print(x)\n\n", True),
    ("drop-prompt", ">>> f(1)\n2\n>>> f(2)\n", "f(1)\n2\nf(2)\n", False),
    ("close-text", 'print("abc)  # d\n', 'print("abc")  # d\n', True),
    ("close-text", "x = ['a', 'b, 'c']\n", "x = ['a', 'b', 'c']\n", True),
    ("close-text", 'print(hello")\n', 'print("hello")\n', True),
    ("close-text", "x = 'abc\"\n", "x = 'abc'\n", True),
    ("close-text", "x = 'it's'\n", 'x = "it\'s"\n', True),
    ("close-text", "x = ['Europe's top', 'a', ['b', 'c']]\n", "x = [\"Europe's top\", 'a', ['b', 'c']]\n", True),
    ("close-text", "x = 1\nprint('don't', x, 'ok')  # é\n", "x = 1\nprint(\"don't\", x, 'ok')  # é\n", True),
    ("close-text", 'x = "C:\\new\\"\n', 'x = "C:\\\\new\\\\"\n', True),
    ("close-text", 'x = "see \\t\\"\n', 'x = "see \\t\\\\"\n', False),
    ("close-text", 'print("he said "yes" to me")\n', "print('he said \"yes\" to me')\n", True),
    ("close-text", "x = 'Bob's and Eve's'\n", "x = \"Bob's and Eve's\"\n", True),
    ("close-text", 'n = 1\nprint("Hi "n"!")\n', "n = 1\nprint('Hi \"n\"!')\n", False),
    ("close-text", 'd = {"a: 1}\n', 'd = {"a": 1}\n', True),
    ("close-text", 'b = 1\nprint("a, b)\n', 'b = 1\nprint("a, b")\n', False),
    ("close-text", "a = []\nx = ', .join(a)\n", "a = []\nx = ', '.join(a)\n", True),
    ("close-text", "n = 1\nprint(\"no '%s' % n)\n", "n = 1\nprint(\"no '%s'\" % n)\n", True),
    ("close-text", 'n = 1\nprint("sum: , n)\n', 'n = 1\nprint("sum: ", n)\n', True),
    ("close-text", 'n = 1\nprint("sum: + str(n))\n', 'n = 1\nprint("sum:" + str(n))\n', True),
    ("close-text", 'x = "first\nsecond"\ny = 1\n', 'x = """first\nsecond"""\ny = 1\n', True),
    ("close-text", 'x = """abc"\ny = 1\n', 'x = """abc"""\ny = 1\n', True),
    ("close-text", 'def f():\n    """Doc.\n    return 1\n', 'def f():\n    """Doc."""\n    return 1\n', True),
    ("close-text", 'x = """In a\nland\n', 'x = """In a\nland"""\n', True),
    (
        "close-text",
        'def f():\n    """Doc.\n    return 1\n\n\ndef g():\n    """Doc."""\n    return 2\n',
        'def f():\n    """Doc."""\n    return 1\n\n\ndef g():\n    """Doc."""\n    return 2\n',
        True,
    ),
]


@pytest.mark.parametrize(("recipe", "before", "after", "sure"), _FORMS)
def test_a_form_is_mended(recipe: str, before: str, after: str, sure: bool) -> None:
    mend = _mend(recipe, before)
    assert mend is not None
    assert apply_edits(before, mend.edits) == after
    assert mend.sure == sure


@pytest.mark.parametrize(
    ("recipe", "text"),
    [
        ("add-colon", "if x\npass\n"),
        ("add-colon", "if x = 1\n    pass\n"),
        ("add-colon", "x = (1\n"),
        ("add-colon", "print 1\n"),
        ("equal-signs", "1 = a\n"),
        ("equal-signs", "f('a b'=1)\n"),
        ("equal-signs", "f(a) = x\n"),
        ("equal-signs", "for i := range(3):\n    pass\n"),
        ("equal-signs", "x = = 1\n"),
        ("swap-sides", "f(a) = x\n"),
        ("swap-sides", "1 = 2\n"),
        ("swap-sides", "a + b = c.d\n"),
        ("swap-sides", "if 1 = a:\n    pass\n"),
        ("add-comma", "print('he said 'yes' to')\n"),
        ("add-comma", "x = [a adn b]\n"),
        ("add-comma", "x = [1, 2; 3, 4]\n"),
        ("add-comma", "a b\n"),
        ("add-comma", "x = f(a) b\n"),
        ("balance-brackets", "x = [[1, 2], [3, 4]\ny = (1]\n"),
        ("balance-brackets", "x = (1\n"),
        ("balance-brackets", "if (a:\n    pass\n"),
        ("python-3", "print x y\n"),
        ("python-3", "x = 0777\n"),
        ("python-3", "whlie x:\n    pass\n"),
        ("parameters", "def f(a=1, b):\n    pass\n"),
        ("parameters", "def f(a, /, b, /):\n    pass\n"),
        ("parameters", "def f(*a, *b):\n    pass\n"),
        ("parameters", "def f(*a, /):\n    pass\n"),
        ("parameters", "def a.b:\n    pass\n"),
        ("parameters", "f(a=1,\n  # why\n  b)\n"),
        ("keyword", "hello world\n"),
        ("keyword", "eles = 1\nif x:\n    pass\neles:\n    pass\n"),
        ("keyword", "pip install requests\n"),
        ("keyword", "if x:\n    pass\nelif\n    pass\n"),
        ("operator-sign", "x = f(a++)\n"),
        ("operator-sign", "whlie x:\n    pass\n"),
        ("drop-dot", "x = (1, .)\n"),
        ("drop-dot", "x.\n"),
        ("drop-prompt", "x = 1 >>> y z\n"),
        ("drop-prompt", ">>> x = (\n"),
        ("close-text", "x = (1\n"),
        ("close-text", 'print("a" b "c")\n'),
        ("close-text", 'print("it\'s "so"")\n'),
        ("close-text", "x = 'a\\\n"),
    ],
)
def test_no_mend_where_it_would_be_a_guess(recipe: str, text: str) -> None:
    assert _mend(recipe, text) is None


def test_several_types_of_python_2() -> None:
    before = (
        "try:\n    print 1\nexcept A, e:\n    pass\nexcept (A, B), e:\n    pass\n"
        "except KeyError, IndexError:\n    pass\n"
    )
    mend = _mend("python-3", before)
    assert mend is not None
    assert mend.sure
    after = apply_edits(before, mend.edits)
    assert "except A as e:" in after
    assert "except (A, B) as e:" in after
    assert "except (KeyError, IndexError):" in after
    mend = _mend("python-3", "import b\ntry:\n    print 1\nexcept A, b:\n    pass\n")
    assert mend is not None
    assert not mend.sure


@pytest.mark.parametrize(("recipe", "before", "after", "sure"), _FORMS)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_text_outside_of_the_edits_is_kept(recipe: str, before: str, after: str, sure: bool, newline: str) -> None:
    above = "# é 大 \t(\ndef above():\n\tvalue = '(ü'  # [\n\treturn value\n\n"
    below = '\n# ß {\ndef below():\n\treturn \'日本\', """\n )"""\n'
    if before.startswith((">>>", "...")) or '"""' in before or after.endswith("..."):
        below = "\n# ß {\nlast = 1\n"
    text = (above + before + below).replace("\n", newline)
    mend = _mend(recipe, text)
    assert mend is not None
    mended = apply_edits(text, mend.edits)
    assert mended.replace("\r\n", "\n") == above + after + below
    assert mended.startswith(above.replace("\n", newline))
    assert mended.endswith(below.replace("\n", newline))
    compile(mended, "a.py", "exec")


@pytest.mark.parametrize(("recipe", "before", "after", "sure"), _FORMS)
def test_it_is_not_offered_twice(recipe: str, before: str, after: str, sure: bool) -> None:
    compile(after, "a.py", "exec")
    place = Place("a.py", "/a.py", 1, None, None, SourceText(after), None, None)
    report = ErrorReport("python", "error", "SyntaxError", "invalid syntax", Span(1, 1))
    assert registry.apply(Edit(recipe), Request({}, {}, report, place, Context())) is None


@pytest.mark.parametrize(("recipe", "before", "after", "sure"), _FORMS)
def test_one_recipe_alone_is_sure(recipe: str, before: str, after: str, sure: bool) -> None:
    others = [_mend(other, before) for other in RECIPES if other != recipe]
    assert not (sure and any(other is not None and other.sure for other in others))


def test_a_fault_far_from_the_reported_line_is_left_alone() -> None:
    text = "if x\n    pass\n" + "y = 1\n" * 60
    assert _mend("add-colon", text) is not None
    assert _mend("add-colon", text, away=50) is None


def test_another_fault_in_the_file_leaves_it_alone() -> None:
    assert _mend("add-colon", "if x\n    pass\ny = 1 2\n") is None


@pytest.mark.parametrize(
    "text", ["", "\ufeff", "(" * 500, "'" * 999, '"""' * 333 + '"', "\\", "x = \\\n", "é\u2028(", "f'{"]
)
def test_any_text_has_tokens_that_cover_what_is_no_blank(text: str) -> None:
    tokens = tokens_of(text)
    assert all(one.end <= other.start for one, other in pairwise(tokens))
    assert sum(len(token.text) for token in tokens) >= len("".join(text.split())) - text.count("\\") - 1


@pytest.mark.parametrize(
    ("word", "of", "is_one"),
    [
        ("whlie", "while", True),
        ("Return", "return", True),
        ("retrun", "return", True),
        ("iff", "if", True),
        ("clas", "class", True),
        ("classs", "class", True),
        ("while", "while", False),
        ("value", "while", False),
        ("import", "improve", False),
        ("x", "if", False),
    ],
)
def test_a_slip_is_one_change(word: str, of: str, is_one: bool) -> None:
    assert is_slip(word, of) == is_one


def test_a_long_broken_file_is_answered_in_time() -> None:
    import time

    text = "x = [1, (2), '(']  # (\n" * 9000 + "if x\n    pass\n"
    began = time.perf_counter()
    for recipe in RECIPES:
        _mend(recipe, text)
    assert time.perf_counter() - began < 20
