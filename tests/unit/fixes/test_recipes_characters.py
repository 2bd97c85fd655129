"""Typographic and invisible characters in code."""

from __future__ import annotations

import pytest
from tracemend.fixes.toolkit.tokens import code_only, pieces

from .broken_texts import mended_everywhere
from .conftest import Apply, Outcome

_REPORT = {"exception": "SyntaxError", "message": "invalid character '“' (U+201C)"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("print(«“hello”)", 'print("hello")'),
        ("print(«„hallo“, ‹x›, ＂y＂)", 'print("hallo", \'x\', "y")'),
        ("x = «‘it’s here’", "x = 'it’s here'"),
        ("x = «“it's” + ‘a’", "x = \"it's\" + 'a'"),
        ('x = «“a "b" c”', "x = 'a \"b\" c'"),
        ('x = «“hello"', 'x = "hello"'),
        ("print(«f“{n}”)", 'print(f"{n}")'),
        ("«“””Doc.\n\nMore’s “here”.\n”””\nx = 1", '"""Doc.\n\nMore’s “here”.\n"""\nx = 1'),
        ("x = «“”", 'x = ""'),
        ('print(«"hello”)', 'print("hello")'),
        ("x = «5 – 3 — 1 − 2", "x = 5 - 3 - 1 - 2"),
        ("if x:\n«\u00a0\u00a0\u00a0 y = 1", "if x:\n    y = 1"),
        ("x\u200b = «1\ny\ufeff = 2", "x = 1\ny = 2"),
        ("x = «1\x01", "x = 1"),
        ("print«（x，y）；z ＝ １", "print(x,y);z = 1"),
        ("if «a ≤ b ≠ c ≥ d:\n    pass", "if a <= b != c >= d:\n    pass"),
        ("x = «a × b ÷ c", "x = a * b / c"),
        ("x = «r² + (a + b)¹⁰ + y⁻¹", "x = r**2 + (a + b)**10 + y**-1"),
        ("x = «1 + ½", "x = 1 + 1/2"),
        ("x = «1½ + 2 ¼", "x = 1.5 + 2.25"),
        ("x = «1⅓ * 2", "x = (1 + 1/3) * 2"),
        ("x = «a * ½", "x = a * (1/2)"),
        ("x = «½ ** 2", "x = (1/2) ** 2"),
        ("def f(x) → int: «…", "def f(x) -> int: ..."),
        ("if «a ∈ b or c∉d:\n    pass", "if a in b or c not in d:\n    pass"),
        ("x = «1\u2028y = 2\nz = 3", "x = 1\ny = 2\nz = 3"),
        ("x = 1\n«\0", "x = 1\n"),
        ("x = «'a\0b'  # \0", "x = 'a\\0b'  # "),
        ("x = «'a\x001'", "x = 'a\\x001'"),
    ],
)
def test_pythons_own_character_is_written(mend: Apply, before: str, after: str) -> None:
    mended_everywhere(mend, "plain-characters", before, after, **_REPORT, sure=True, again="«")


@pytest.mark.parametrize(
    "source",
    [
        "«x = '“'  # –",  # in a text and a comment
        "«print(“hello)",  # no partner
        "«x = “a\"b'c”",  # both kinds of quotes inside
        "«x = €5",
        "«x = ☃",
        "«x = x½",
        "«x = ²",
        "«x = \0a\0b\0c\0d\0",  # UTF-16
        "y = 5 – 3\n«x = ??",  # another line's
        "«x = 5 – – *",
    ],
)
def test_none_where_it_is_not_clear(mend: Apply, source: str) -> None:
    mended_everywhere(mend, "plain-characters", source, None, **_REPORT)


def test_another_error_below_leaves_it_unsure(outcome: Outcome) -> None:
    assert outcome("plain-characters", "x = «5 – 3\ny = 1\nz = = 2\n", **_REPORT) == (
        "x = 5 - 3\ny = 1\nz = = 2\n",
        False,
    )


def test_a_long_text_is_read_in_time(mend: Apply) -> None:
    import time

    began = time.perf_counter()
    mend("plain-characters", "x = «“a”\n" + "y = [1, “b”, 'c', ½] – 2  # “\n" * 8000, **_REPORT)
    mend("plain-characters", "x = «“" + "“a" * 20_000, **_REPORT)
    assert time.perf_counter() - began < 8


def test_strings_and_comments_are_told_from_code() -> None:
    text = "a = rb'x\\'y' # 'c\nb = f\"\"\"q\n'\"\"\" + 'open\nc = '''end"
    found = [(text[piece.start : piece.end], piece.prefix, piece.kind) for piece in pieces(text)]
    assert found == [
        ("rb'x\\'y'", "rb", "string"),
        ("# 'c", "", "comment"),
        ('f"""q\n\'"""', "f", "string"),
        ("'open", "", "open"),
        ("'''end", "", "open"),
    ]
    assert code_only("x = 'a(' # (\ny") == "x = '  '    \ny"
