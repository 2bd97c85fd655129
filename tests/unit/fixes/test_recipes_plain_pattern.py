"""Plain texts used as patterns."""

from __future__ import annotations

import pytest

from .conftest import Keeps


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        ('x = «re.findall(r"\\b" + word, t)»  # é\n', 'x = re.findall(r"\\b" + re.escape(word), t)  # é\n', True),
        ('«re.sub(f"{a.sign}+", "", t)»\n', 're.sub(f"{re.escape(a.sign)}+", "", t)\n', True),
        ("«re.search(word, t)»\n", "re.search(re.escape(word), t)\n", False),
        ('word = ":("\n«re.search(word, t)»\n', 'word = ":("\nre.search(re.escape(word), t)\n', True),
        ('«re.search(pattern + "$", t)»\n', 're.search(re.escape(pattern) + "$", t)\n', False),
        ('word = r"(\\d+"\n«re.search(word, t)»\n', None, True),
        ('«re.search("(" + word, t)»\n', None, True),
        ('«re.search(re.escape(word) + "(", t)»\n', None, True),
        ("«re.search(a + b, t)»\n", None, True),
        ("«re.split('(', t)»\n", "re.split(r'\\(', t)\n", True),
        ('«re.split(":)", t)»\n', 're.split(r":\\)", t)\n', True),
        ('«re.split("price (EUR", t)»\n', 're.split(r"price \\(EUR", t)\n', False),
        ('«re.split("(a|b", t)»\n', None, True),
        ('«re.split(r"(\\d", t)»\n', None, True),
        ('«re.split(",", t)»\n', None, True),
    ],
)
def test_escape_text(keeps: Keeps, before: str, after: str | None, sure: bool) -> None:
    for exception in ("re.error", "re.PatternError"):
        keeps("escape-text", exception, "unbalanced parenthesis at position 9", before, after, sure)
    keeps("escape-text", "ValueError", "", before, None)
