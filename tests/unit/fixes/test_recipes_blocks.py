"""Clauses at the wrong level, bodies of comments alone, tabs against blanks, and what shows a body's end."""

from __future__ import annotations

import pytest

from .broken_texts import mended_everywhere
from .conftest import Apply, Mends, Outcome, TextAfter

_SYNTAX = {"exception": "SyntaxError", "message": "invalid syntax"}
_TABS = {"exception": "TabError", "message": "inconsistent use of tabs and spaces in indentation"}


def _expected(line: int) -> dict[str, str]:
    return {
        "exception": "IndentationError",
        "message": f"expected an indented block after 'for' statement on line {line}",
    }


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("if x:\n    a()\n    «elif y:\n    b()\n", "if x:\n    a()\nelif y:\n    b()\n"),
        ("if x:\n    a()\n    «else:\n        b()  # é\n", "if x:\n    a()\nelse:\n    b()  # é\n"),
        ("if x:\n\ta()\n\t«elif y:\n\t\tb()\n\telse:\n\t\tc()\n", "if x:\n\ta()\nelif y:\n\tb()\nelse:\n\tc()\n"),
        (
            "def f():\n    for x in y:\n        a()\n«else:\n        b()\n",
            "def f():\n    for x in y:\n        a()\n    else:\n        b()\n",
        ),
        (
            "def f():\n    try:\n        a()\n«except E:\n    b()\n",
            "def f():\n    try:\n        a()\n    except E:\n        b()\n",
        ),
        (
            "try:\n    a()\n    «finally:\n        x = '''t\n        u'''\n",
            "try:\n    a()\nfinally:\n    x = '''t\n        u'''\n",
        ),
    ],
)
def test_a_clause_goes_under_its_statement(mend: Apply, before: str, after: str) -> None:
    mended = mended_everywhere(mend, "clause-level", before, after, **_SYNTAX)
    assert mended is not None
    assert mended.mend.sure
    assert mend("clause-level", mended.text.replace("el", "«el", 1) + "«", **_SYNTAX) is None


def test_a_clause_that_two_statements_may_take_is_not_sure(mends: Mends) -> None:
    mended = mends("clause-level", "if x:\n    if y:\n        a()\n      «else:\n        b()\n", **_SYNTAX)
    assert not mended.mend.sure


@pytest.mark.parametrize(
    "source",
    [
        "«else:\n    b()\n",
        "if x:\n    a()\nb()\n«else:\n    c()\n",
        "if x:\n    a(\n«else:\n    c()\n",
        "«elif_ = = 1\n",
    ],
)
def test_a_clause_that_nothing_can_take_stays(mend: Apply, source: str) -> None:
    mended_everywhere(mend, "clause-level", source, None, **_SYNTAX)


@pytest.mark.parametrize(
    ("before", "after", "header", "sure"),
    [
        ("for i in a:\n    # later\n«b()\n", "for i in a:\n    # later\n    pass\nb()\n", 1, True),
        (
            "def f():\n\t# é\n\n\t#   more\n\n\n«def g():\n\treturn 1\n",
            "def f():\n\t# é\n\n\t#   more\n\tpass\n\n\ndef g():\n\treturn 1\n",
            1,
            True,
        ),
        ("if a:\n    b()\nelse:\n    «# none", "if a:\n    b()\nelse:\n    # none\n    pass", 3, True),
        ("def f(a,\n      b):\n    # none\n«c()\n", "def f(a,\n      b):\n    # none\n    pass\nc()\n", 1, True),
        ("class A:\n    def f(self):\n\n«b()\n", "class A:\n    def f(self):\n        pass\n\nb()\n", 2, False),
    ],
)
def test_pass_goes_into_a_block_of_comments(
    mend: Apply, outcome: Outcome, text_after: TextAfter, before: str, after: str, header: int, sure: bool
) -> None:
    assert outcome("add-pass", before, **_expected(header)) == (after, sure)
    assert text_after("add-pass", before.replace("\n", "\r\n"), **_expected(header)) == after.replace("\n", "\r\n")
    if sure:
        assert mend("indent", before, **_expected(header)) is None


@pytest.mark.parametrize(
    "source",
    ["for i in a:\n    # show\n«print(i)\n", "for i in a:\n«b()\n", "def f(x):\n    # twice\n«return 2 * x\n"],
)
def test_no_pass_where_the_body_stands_below(mend: Apply, source: str) -> None:
    assert mend("add-pass", source, **_expected(1)) is None
    assert mend("indent", source, **_expected(1)) is not None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("def f():\n\tx = 1\n        «y = 2\n\treturn y\n", "def f():\n\tx = 1\n\ty = 2\n\treturn y\n"),
        ("def f():\n    x = 1\n    y = 2\n\t«return y\n", "def f():\n    x = 1\n    y = 2\n    return y\n"),
        (
            "class A:\n    def f(self):\n        x = 1\n\t«return x\n",
            "class A:\n    def f(self):\n        x = 1\n        return x\n",
        ),
        ("for i in a:\n  b()\n\t«c()  #\ttab\n", "for i in a:\n  b()\n  c()  #\ttab\n"),
        (
            "def f():\n    x = '''\n\tt'''\n    y = [\n\t1]\n\t«return x\n",
            "def f():\n    x = '''\n\tt'''\n    y = [\n\t1]\n    return x\n",
        ),
    ],
)
def test_one_kind_of_white_space(mend: Apply, before: str, after: str) -> None:
    mended_everywhere(mend, "one-indentation", before, after, **_TABS, sure=True, again="«")


def test_a_tab_of_two_meanings_is_not_sure(mends: Mends) -> None:
    mended = mends("one-indentation", "if a:\n    if b:\n        c()\n\t«d()\n", **_TABS)
    assert not mended.mend.sure


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (  # behind a tab of four or two columns stood a further tab, not four blanks
            "def f(a):\n    for i in a:\n        if i:\n            b()\n\t    «return 1\n    c()\n",
            "def f(a):\n    for i in a:\n        if i:\n            b()\n            return 1\n    c()\n",
        ),
        (  # else c() would never run
            "def f(a):\n    if a:\n        b()\n\t«return 1\n    c()\n",
            "def f(a):\n    if a:\n        b()\n        return 1\n    c()\n",
        ),
        (  # else there would be one round alone
            "def f(a):\n  while a:\n    if b(a):\n        c()\n\t«break\n    a = d()  # ä\n",
            "def f(a):\n  while a:\n    if b(a):\n        c()\n        break\n    a = d()  # ä\n",
        ),
    ],
)
def test_the_code_shows_how_wide_a_tab_is(mend: Apply, before: str, after: str) -> None:
    mended_everywhere(mend, "one-indentation", before, after, **_TABS, sure=True)


def test_other_blocks_keep_their_kind(text_after: TextAfter) -> None:
    rest = "def g():\n\treturn 1\n\n\n"
    assert (
        text_after("one-indentation", rest + "def f():\n    a()\n\t«b()\n", **_TABS)
        == rest + "def f():\n    a()\n    b()\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("try:\n«a()\nb()\nexcept E:\n    c()\n", "try:\n    a()\n    b()\nexcept E:\n    c()\n"),
        (
            "for i in a:\n«if i:\n    b()\nelse:\n    c()\n",
            "for i in a:\n    if i:\n        b()\n    else:\n        c()\n",
        ),
        ("while n > 0:\n«a(n)\nn -= 1\n", "while n > 0:\n    a(n)\n    n -= 1\n"),
    ],
)
def test_the_code_shows_where_a_body_ends(outcome: Outcome, before: str, after: str) -> None:
    assert outcome("indent", before, **_expected(1)) == (after, True)


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("    «x = 1\n    y = 2\n", "x = 1\ny = 2\n", "unexpected indent"),
        (
            "def f(a):\n    if a:\n        return 1\n      «return 2\n",
            "def f(a):\n    if a:\n        return 1\n    return 2\n",
            "unindent does not match any outer indentation level",
        ),
        (
            "class A:\n    def f(self):\n        a()\n   «def g(self):\n        b()\n",
            "class A:\n    def f(self):\n        a()\n    def g(self):\n        b()\n",
            "unindent does not match any outer indentation level",
        ),
    ],
)
def test_a_level_that_the_code_shows_is_sure(outcome: Outcome, before: str, after: str, message: str) -> None:
    assert outcome("indent", before, exception="IndentationError", message=message) == (after, True)
