"""Plain texts used as patterns."""

from __future__ import annotations

import pytest

from .conftest import Apply, Keeps


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


_WORDS = 'words = ["C++", "(x"]\n'


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        (_WORDS + '«re.compile("|".join(words))»  # é\n', '"|".join(map(re.escape, words))', True),
        (_WORDS + '«re.compile(r"\\b" + "|".join(words))»\n', '"|".join(map(re.escape, words))', True),
        (_WORDS + 'p = "|".join(words)\n«re.compile(p)»\n', '"|".join(map(re.escape, words))', True),
        (_WORDS + '«re.compile("|".join(w.upper() for w in words))»\n', "(re.escape(w.upper()) for w in words)", True),
        (
            _WORDS + '«re.compile("|".join([f"<{w}>" for w in words]))»\n',
            '([f"<{re.escape(w)}>" for w in words])',
            True,
        ),
        (_WORDS + '«re.compile("|".join(["<" + w for w in words]))»\n', '(["<" + re.escape(w) for w in words])', True),
        ('x = {"(": 1}\n«re.compile("|".join(x.keys()))»\n', "map(re.escape, x.keys())", True),
        ('x = "( )".split()\n«re.compile("|".join(sorted(x)))»\n', "map(re.escape, sorted(x))", True),
        ('«re.compile("|".join(names))»\n', "map(re.escape, names)", True),
        ('«re.compile("|".join(rows))»\n', "map(re.escape, rows)", False),
        ('«re.compile("|".join(name_patterns))»\n', "map(re.escape, name_patterns)", False),
        ('x = ["a", "b"]\n«re.compile("|".join(x))»\n', "map(re.escape, x)", False),
        ('x = [r"(\\d+", "("]\n«re.compile("|".join(x))»\n', None, False),
        ('«re.compile("|".join(map(re.escape, words)))»\n', None, False),
        ('«re.compile("|".join(re.escape(w) for w in words))»\n', None, False),
        ('«re.compile("(".join(words))»\n', None, False),
        ('«re.compile("|".join(a + b for a, b in words))»\n', None, False),
    ],
)
def test_joined(mend: Apply, before: str, after: str | None, sure: bool) -> None:
    made = mend("escape-text", "# ä\nimport re\n" + before, "re.error", "nothing to repeat at position 9")
    if after is None:
        assert made is None
        return
    assert made is not None
    assert after in made.text
    assert made.mend.sure is sure
    plain = before.replace("«", "").replace("»", "")
    assert made.text.replace("map(re.escape, ", "").replace("re.escape(", "").replace(")", "") == (
        "# ä\nimport re\n" + plain
    ).replace(")", "")
