"""Fields of f-strings."""

from __future__ import annotations

import pytest

from .broken_texts import mended_everywhere
from .conftest import Apply

_OLD = {"exception": "SyntaxError", "message": "f-string: unmatched '['"}
_BRACE = {"exception": "SyntaxError", "message": "f-string: expecting '}'"}
_SINGLE = {"exception": "SyntaxError", "message": "f-string: single '}' is not allowed"}
_EMPTY = {"exception": "SyntaxError", "message": "f-string: empty expression not allowed"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('«x = f"{d["a"]} é {\', \'.join(d)}"', "x = f\"{d['a']} é {', '.join(d)}\""),
        ("«x = f'{', '.join(d):>{w}}' + 'a'", "x = f'{\", \".join(d):>{w}}' + 'a'"),
        ('«x = rf"\\d{d["a"]!r} {{"', "x = rf\"\\d{d['a']!r} {{\""),
        ("«x = f\"{'\\n'.join(d)}\"", "newline = '\\n'\nx = f\"{newline.join(d)}\""),
        (
            'def f():\n\treturn g(1,\n\t\t«f"{"\\t".join(d)}")',
            'def f():\n\ttab = "\\t"\n\treturn g(1,\n\t\tf"{tab.join(d)}")',
        ),
    ],
)
def test_quotes_and_backslashes_of_before_312(mend: Apply, before: str, after: str) -> None:
    mended_everywhere(mend, "fstring", before + "\n", after + "\n", **_OLD, sure=True, again="x\n«")


@pytest.mark.parametrize(
    ("before", "after", "report", "sure"),
    [
        ('n = 1\n«x = f"{n"', 'n = 1\nx = f"{n}"', _BRACE, True),
        ('n = 1\n«x = f"{n:.2f"', 'n = 1\nx = f"{n:.2f}"', _BRACE, True),
        ('n = 1\n«x = f"{n} {n.real files"', 'n = 1\nx = f"{n} {n.real} files"', _BRACE, True),
        ('n = 1\n«x = f"{n + 1 files"', 'n = 1\nx = f"{n} + 1 files"', _BRACE, False),
        ('n = 1\n«x = f"{n} n} x"', 'n = 1\nx = f"{n} {n} x"', _SINGLE, True),
        ('«x = f"{}, {}".format(1, 2)', 'x = "{}, {}".format(1, 2)', _EMPTY, True),
        ('«x = rf"{}"', 'x = rf"{{}}"', _EMPTY, False),
    ],
)
def test_braces(mend: Apply, before: str, after: str, report: dict[str, str], sure: bool) -> None:
    mended_everywhere(mend, "fstring", before, after, **report, sure=sure)


@pytest.mark.parametrize(
    ("source", "report"),
    [
        ('«x = f"{f"{d["a"]}"}"', _OLD),
        ("if x:\n    pass\n«elif f\"{'\\n'.join(d)}\":\n    pass", _OLD),
        ('«x = f"{1 +"', _BRACE),
        ('«x = f"unknown}"', _SINGLE),
        ('n = 1\n«x = f"{{n}"', _SINGLE),
        ('«x = f"{} {n}".format(1)', _EMPTY),
        ('«x = f"{n}"', _OLD),
        ('«x = "{n"', _BRACE),
    ],
)
def test_other_fields_are_left_alone(mend: Apply, source: str, report: dict[str, str]) -> None:
    mended_everywhere(mend, "fstring", source, None, **report)
