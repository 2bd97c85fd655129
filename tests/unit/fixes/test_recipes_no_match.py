"""A regular expression that did not match."""

from __future__ import annotations

from pathlib import Path

import pytest
from tracemend.context import Context

from .conftest import Keeps, Mends, Outcome

_NONE = "'NoneType' object has no attribute 'group'"


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        ('x = «re.match(r"\\d+", "ab 1").group»()  # é\n', 'x = re.search(r"\\d+", "ab 1").group()  # é\n', True),
        (
            'P = re.compile("b")\nx = «P.match("ab").group»()\n',
            'P = re.compile("b")\nx = P.search("ab").group()\n',
            True,
        ),
        ('x = re.match("b", "ab")\n«x.group»()\n', 'x = re.search("b", "ab")\nx.group()\n', True),
        ('«(m := re.match("b", "ab")).group»()\n', '(m := re.search("b", "ab")).group()\n', True),
        ('def f(t):\n\treturn «re.match("b", t).group»()\n', 'def f(t):\n\treturn re.search("b", t).group()\n', False),
        ('«re.match("^b", "ab").group»()\n', None, True),
        ('«re.match("b", "ac").group»()\n', None, True),
        ('«re.search("b", "ac").group»()\n', None, True),
        ('«re.match("(b+)+", "abb").group»()\n', None, True),
        (
            'def f(t):\n    return «re.match("b", t).group»()\nf("b")\nf("ab")\n',
            'def f(t):\n    return re.search("b", t).group()\nf("b")\nf("ab")\n',
            False,
        ),
    ],
)
def test_search_for_match(keeps: Keeps, before: str, after: str | None, sure: bool) -> None:
    keeps("search-for-match", "AttributeError", _NONE, before, after, sure)


_LOOP = 'T = """{}"""\nfor line in T.splitlines():\n    m = re.match(r"(\\w+)=(\\d+)", line)\n'
_LOOP += "    {}«a.append(m.group»(1))\n"
_GUARD = "if m is None:\n        continue\n    "


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("# x\na=1\nb=2", True),
        ("a=1\n\nb=2", True),
        ("names\na=1\nb=2", True),
        ("a=1\nb:2\nc=3", False),
        ("a=1\nb=2", False),
    ],
)
def test_skip_unmatched(keeps: Keeps, text: str, sure: bool) -> None:
    after = _LOOP.format(text, _GUARD).translate({171: None, 187: None})
    keeps("skip-unmatched", "AttributeError", _NONE, _LOOP.format(text, ""), after, sure)


@pytest.mark.parametrize(
    "source",
    [
        'm = re.match("a", x)\n«m.group»()\n',
        'for line in x:\n    m = re.match("a", line)\n    m = «m.group»()\n',
        'for line in x:\n    m = re.match("a", y)\n    a.append(«m.group»())\n',
    ],
)
def test_no_loop_that_collects(keeps: Keeps, source: str) -> None:
    keeps("skip-unmatched", "AttributeError", _NONE, source, None)


def test_the_data_is_in_a_file(mends: Mends, tmp_path: Path) -> None:
    (tmp_path / "in.log").write_text("== part 2\na took 3ms\nb took 4ms\n")
    context = Context(origin="here", folder=str(tmp_path), command="python app.py in.log")
    source = 'def f(t):\n    return «re.match(r"(\\d+)ms", t).group»(1)\n'
    made = mends("search-for-match", source, "AttributeError", _NONE, context=context)
    assert made.mend.sure
    elsewhere = Context(origin="elsewhere", folder=str(tmp_path), command="python app.py in.log")
    made = mends("search-for-match", source, "AttributeError", _NONE, context=elsewhere)
    assert not made.mend.sure


_DATA = 'T = """{}"""\nfor line in T.splitlines():\n'
_FOUND = 'm = re.match(r"t=(\\d+)", line)\n'


@pytest.mark.parametrize(
    ("head", "sure"),
    [
        ("    if 't=' in line:\n        ", True),
        ("    if 't=' not in line: continue\n    ", True),
        ("    if not line.startswith('a'): continue\n    ", True),
        ("    if not line or line.startswith(('b', '#')): continue\n    ", True),
        ("    h = re.match('b', line)\n    if h: continue\n    ", True),
        ("    h = re.match('b', line)\n    if h is not None:\n        pass\n    elif line:\n        ", True),
        ("    if line == 'b': continue\n    ", True),
        ("    if 'a' not in line.lower(): continue\n    ", True),
        ("    if found(line): continue\n    ", False),
        ("    if 'b' in line:\n        ", False),
        ("    if line: pass\n    ", False),
        ("    ", False),
    ],
)
def test_lines_for_which_it_is_reached(outcome: Outcome, head: str, sure: bool) -> None:
    inner = head.rpartition("\n")[2]
    source = "import re\n" + _DATA.format("a t=1\nb\na t=2") + f"{head}{_FOUND}{inner}print(«m.group»(1))\n"
    after = source.replace("«", "").replace("»", "").replace("match(r", "search(r")
    assert outcome("search-for-match", source, "AttributeError", _NONE) == (after, sure)
