"""Which patterns are refused, and that those which are not are fast on hostile text."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tracemend.knowledge.hanging import quick
from tracemend.knowledge.patterns import unsafe

REFUSED = [
    r"(a+)+",
    r"(a*)*b",
    r".*.*",
    r"\w+\w+",
    r"(.*)(.*)",
    r"\s*.*",
    r".*x?.*",
    r"\d+\d*",
    r"(a|a)*",
    r"(a|ab)*c",
    r"(a|b|)*c",
    r"(?:a?b?)*",
    r"(aa?)*",
    r"(?:.*|b)(?:.*|c)",
    r"(?i)([A-Z]+)([a-z]+)x",
    r".+ .+ .+ x",
    r"(\w+) \1",
    r"(?=a+)b",
    r"(?<!b)a{1,5000}",
    r"(?:a{1,10}){1,10}",
    r"(?:(?:(?:){1000}){1000}){1000}",
    "(?:a|a)" * 30,
    "a?" * 30 + "a" * 30,
    "(",
    "a++b",
    "x" * 2000,
    "(" * 900 + ")" * 900,
    r"([^:]*:)+([^;]*;)+x",
    r"(?:\d+,)*\d+",
    r"(?:a|a+aa+a).+",
    r"\S+:\S+:.+",
]
TAKEN = [
    r"(?P<name>[^:\s]+): command not found",
    r"(?:The term )?'(?P<name>[^']+)' is not recognized.*",
    r"(?P<key>.+)",
    r"'(?P<name>.+)'",
    r'Item "None" of "(?P<type>.+)" has no attribute "(?P<attribute>\w+)"',
    r"Unknown command:? (?P<name>\S+)",
    r"'(?P<bracket>[(\[{])' was never closed",
    r"(?P<a>.+) of (?P<b>.+) in (?P<c>.+)",
    r"(?P<f>\w+)\(\) missing (?P<n>\d+) required (?:positional|keyword-only) arguments?: (?P<names>.+)",
    r"name '(?P<name>\w+)' is not defined(?:\. Did you mean: '(?P<similar>\w+)'\?)?.*",
    r"(?:[^'\\]|\\.)*",
    r"\d{1,3}\.\d{1,3}",
    r"(?s)a+aa+a.+",
    r"",
]


@pytest.mark.parametrize("pattern", REFUSED, ids=lambda pattern: pattern[:30])
def test_refused(pattern):
    reason = unsafe(pattern)
    assert reason is not None
    assert reason.endswith(".")


@pytest.mark.parametrize("pattern", TAKEN)
def test_taken(pattern):
    assert unsafe(pattern) is None


def test_a_pattern_that_is_searched_for_may_do_less():
    assert unsafe(r".+ .+ x") is None
    assert unsafe(r".+ .+ x", whole=False) is not None
    assert unsafe("(?:pip3?|python3? -m pip|uv pip) install (?P<packages>[^-].*)", whole=False) is None


@pytest.mark.parametrize(
    "pattern",
    [r"\S+[^\"]*", r"\w+\w+", r"(\w+) = (\d+)", r"^\[(.+?)\] (.*)$", r"(?:[^,]|,,)*;", "a{1,20}b", "a+aa+a.+", ""],
)
def test_a_programs_pattern_that_may_be_tried(pattern):
    assert quick(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+b",
        r"(?:\d+,)*\d+",
        r"(\w+) \1",
        "(?=a+)b",
        "a*a*a*b",
        "(?:a|a)*",
        "(?:a|a)" * 30,
        "a{1,5000}",
        "(",
        "x" * 2000,
    ],
    ids=lambda pattern: pattern[:30],
)
def test_a_programs_pattern_that_could_take_long(pattern):
    assert not quick(pattern)


ATOMS = ["a", "b", " ", ":", ".", r"\w", r"\s", r"\S", "[^:]", "[ab]", r"\d", "'"]
TIMES = ["", "", "", "+", "*", "?", "+?", "{1,3}", "{0,20}"]
ITEM = st.tuples(st.sampled_from(ATOMS), st.sampled_from(TIMES)).map("".join)


def _wider(inner):
    sequence = st.lists(inner, min_size=1, max_size=4).map("".join)
    group = st.tuples(sequence, st.sampled_from(TIMES)).map(lambda pair: f"(?:{pair[0]}){pair[1]}")
    branch = st.lists(sequence, min_size=2, max_size=3).map(lambda options: f"(?:{'|'.join(options)})")
    return st.one_of(group, branch, ITEM)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.recursive(ITEM, _wider, max_leaves=8), min_size=1, max_size=5).map("".join))
def test_what_is_taken_is_fast_on_2000_characters(pattern):
    if unsafe(pattern) is not None:
        return
    compiled = re.compile(pattern)
    for unit in ("a", "a ", "a:", "aab ", "1", "a1 ", "'a", " "):
        start = time.perf_counter()
        compiled.fullmatch((unit * 2000)[:1999] + "\n!")
        assert time.perf_counter() - start < 1.5, unit


@settings(max_examples=50, deadline=None)
@given(st.lists(st.recursive(ITEM, _wider, max_leaves=8), min_size=1, max_size=5).map("".join))
def test_what_is_tried_is_fast_on_a_line(pattern):
    if not quick(pattern):
        return
    compiled = re.compile(pattern)
    for unit in ("a", "a ", "a:", "aab ", "1", "a1 ", "'a", " "):
        start = time.perf_counter()
        compiled.search((unit * 300)[:300])
        assert time.perf_counter() - start < 1.5, unit
