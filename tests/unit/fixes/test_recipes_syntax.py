"""Recipes that mend text that does not compile."""

from __future__ import annotations

import time

import pytest

from .conftest import Apply, Outcome, TextAfter

_CLOSED = {"exception": "SyntaxError", "message": "'(' was never closed"}


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        ('v = [1]\nprint("s", sum«(v\n', 'v = [1]\nprint("s", sum(v))\n', True),
        ("print«(f(v  # c (\nx = 1\n", "print(f(v))  # c (\nx = 1\n", True),
        ("v = «[\n    1,\n    2,  # two\nprint(v)\n", "v = [\n    1,\n    2,  # two\n]\nprint(v)\n", True),
        ("v = f«(1,\r\n      2\r\nw = 1\r\n", "v = f(1,\r\n      2)\r\nw = 1\r\n", True),
        ("def f():\n\tx = «{\n\t\t1: 2,\n\treturn x\n", "def f():\n\tx = {\n\t\t1: 2,\n\t}\n\treturn x\n", True),
        ("if f«(x:\n    pass\n", "if f(x):\n    pass\n", True),
        ("def f«(a, b:\n    pass\n", "def f(a, b):\n    pass\n", True),
        ("x = «(1 + \\\n 2\ny = 3\n", "x = (1 + \\\n 2)\ny = 3\n", True),
        ('x = f«("(", """\n(\n"""\ny = 1\n', 'x = f("(", """\n(\n""")\ny = 1\n', True),
        ("x = f«(1", "x = f(1)", True),
        ("# é (\nprint«('ü ('\nx = 1\n", "# é (\nprint('ü (')\nx = 1\n", True),
        ("x«[1 = 2\ny = 1\n", "x[1] = 2\ny = 1\n", True),
        ("x = f«(1\ny = = 2\n", "x = f(1)\ny = = 2\n", False),
    ],
)
def test_missing_brackets_are_added(outcome: Outcome, before: str, after: str, sure: bool) -> None:
    assert outcome("close-bracket", before, **_CLOSED) == (after, sure)


@pytest.mark.parametrize(
    "source",
    ["«print(1)\n", "«x = (1]\n", "«print(')\n", "«x = ')('\n", '«x = """(\n', "«x = (1))\n", "«x = [1, for\n"],
)
def test_no_bracket_where_none_is_missing_or_another_thing_is_wrong(mend: Apply, source: str) -> None:
    assert mend("close-bracket", source, **_CLOSED) is None


def test_a_bracket_in_a_long_file_is_found_in_time() -> None:
    from tracemend.context import Context
    from tracemend.fixes import registry
    from tracemend.fixes.recipe import Request
    from tracemend.knowledge.model import Edit
    from tracemend.reading.report import ErrorReport, Span
    from tracemend.source.place import Place
    from tracemend.source.text import SourceText

    text = "x = (\n" + "a = [1, (2), '(']  # (\n" * 8000
    place = Place("a.py", "/a.py", 1, 4, None, SourceText(text), None, None)
    report = ErrorReport("python", "error", "SyntaxError", "'(' was never closed", Span(1, 1))
    began = time.perf_counter()
    registry.apply(Edit("close-bracket"), Request({}, {}, report, place, Context()))
    assert time.perf_counter() - began < 5


_INDENT = {"exception": "IndentationError"}


@pytest.mark.parametrize(
    ("before", "after", "message", "sure"),
    [
        (
            "def f(a):\n«x = a\nreturn x\n\nprint(f(1))\n",
            "def f(a):\n    x = a\n    return x\n\nprint(f(1))\n",
            "expected an indented block after function definition on line 1",
            True,
        ),
        (
            "def g():\n\treturn 1\n\nfor a in b:  # each\n«print(a)  # it\n\nprint(2)\n",
            "def g():\n\treturn 1\n\nfor a in b:  # each\n\tprint(a)  # it\n\nprint(2)\n",
            "expected an indented block after 'for' statement on line 4",
            True,
        ),
        (
            "if a:\r\n«b()\r\nc()\r\n",
            "if a:\r\n    b()\r\nc()\r\n",
            "expected an indented block after 'if' statement on line 1",
            False,
        ),
        (
            "def f():\n    if a:\n    «b()\n    return 1\n",
            "def f():\n    if a:\n        b()\n    return 1\n",
            "expected an indented block after 'if' statement on line 2",
            False,
        ),
        (
            'def f(a,\n        b):\n«"""D\n\n  e"""\n    return a\n',
            'def f(a,\n        b):\n    """D\n\n  e"""\n    return a\n',
            "expected an indented block after function definition on line 1",
            True,
        ),
        (
            "def g(a,\n        b):\n    return a\n\nif g:\n«g(1, 2)\n",
            "def g(a,\n        b):\n    return a\n\nif g:\n    g(1, 2)\n",
            "expected an indented block after 'if' statement on line 5",
            True,
        ),
        ("x = 1\n    «y = 2\nprint(y)\n", "x = 1\ny = 2\nprint(y)\n", "unexpected indent", True),
        (
            "def f():\n    x = 1\n        «if x:\n            y = 2\n    return y\n",
            "def f():\n    x = 1\n    if x:\n        y = 2\n    return y\n",
            "unexpected indent",
            True,
        ),
        (
            "def f():\n    b()\n  «c()\n",
            "def f():\n    b()\n    c()\n",
            "unindent does not match any outer indentation level",
            False,
        ),
    ],
)
def test_a_line_goes_where_its_block_is(outcome: Outcome, before: str, after: str, message: str, sure: bool) -> None:
    assert outcome("indent", before, message=message, **_INDENT) == (after, sure)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("def f():\n\n«", "expected an indented block after function definition on line 1"),
        ("if a:\n    if b:\n«c()\n", "expected an indented block after 'if' statement on line 2"),
        ("x = 1\n    «y = = 2\n", "unexpected indent"),
        ("x = 1\n«y = 2\n", "invalid syntax"),
    ],
)
def test_no_indentation_where_it_does_not_help(mend: Apply, source: str, message: str) -> None:
    assert mend("indent", source, message=message, **_INDENT) is None


@pytest.mark.parametrize(
    ("recipe", "before", "after", "message"),
    [
        ("indent", "if a:\n«b()\n", "if a:\n    b()\n", "Expected an indented block after `if` statement"),
        ("indent", "x = 1\n    «y = 2\n", "x = 1\ny = 2\n", "Unexpected indentation"),
        (
            "add-pass",
            "def f():\n    # later\n«x = 1\n",
            "def f():\n    # later\n    pass\nx = 1\n",
            "Expected an indented block",
        ),
        ("close-bracket", "x = f((1)\n«y = 2\n", "x = f(1)\ny = 2\n", "Expected `,`, found identifier"),
        ("escapes", '«x = "C:\\Users"\n', '«x = r"C:\\Users"\n', "Got unexpected unicode"),
    ],
)
def test_the_words_of_a_checker_are_its_own(
    text_after: TextAfter, recipe: str, before: str, after: str, message: str
) -> None:
    assert text_after(recipe, before, exception=None, message=message, tool="ruff") == after.replace("«", "")


def test_a_mend_below_the_error_is_none(mend: Apply) -> None:
    assert mend("add-pass", "x = = 1\n\n\nif x:\n«", exception="SyntaxError", message="invalid syntax") is None
