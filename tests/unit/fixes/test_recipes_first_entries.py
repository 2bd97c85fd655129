"""Counting and collecting where the key has no entry yet."""

from __future__ import annotations

import pytest

from .conftest import Apply, Keeps


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("d[k] = d[k] + 1  # ä", "d[k] = d.get(k, 0) + 1  # ä"),
        ("d[k] = 1 + d[k]", "d[k] = 1 + d.get(k, 0)"),
        ("d[k] = d[k] - 2.5", "d[k] = d.get(k, 0.0) - 2.5"),
        ("d['a'] = d['a'] + [k]", "d['a'] = d.get('a', []) + [k]"),
        ("d[k, 1] = d[k, 1] + 1", "d[k, 1] = d.get((k, 1), 0) + 1"),
        ("self.d[k] = self.d[k] + 1", "self.d[k] = self.d.get(k, 0) + 1"),
        ("d[k] += len(k)", "d[k] = d.get(k, 0) + len(k)"),
        ("d[k] -= int(k) + 1", "d[k] = d.get(k, 0) - (int(k) + 1)"),
        ("d[k, 1] += 1", "d[k, 1] = d.get((k, 1), 0) + 1"),
        ("d[k] = d[k] + other", None),
    ],
)
def test_counting(keeps: Keeps, before: str, after: str | None) -> None:
    keeps("key-default", "KeyError", "'x'", f"«{before}\n", f"{after}\n" if after else None)


_LOOP = "d = {}\nfor k in 'ab':\n"


@pytest.mark.parametrize(
    ("head", "before", "after"),
    [
        (_LOOP, "d[k].append(1)  # ä", "d.setdefault(k, []).append(1)  # ä"),
        (_LOOP, "d[k].add(1)", "d.setdefault(k, set()).add(1)"),
        (_LOOP, "d[k].extend([\n        1])", "d.setdefault(k, []).extend([\n        1])"),
        (_LOOP, "d[k, 1].append(k)", "d.setdefault((k, 1), []).append(k)"),
        (_LOOP, "d[k.upper()].append(k)", "d.setdefault(k.upper(), []).append(k)"),
        ("d = dict()\nfor k in 'ab':\n", "d[k].append(1)", "d.setdefault(k, []).append(1)"),
        (_LOOP, "«d[k]»['n'] = 1", "d.setdefault(k, {})['n'] = 1"),
        ("d = {'x': []}\nfor k in 'ab':\n", "d[k].append(1)", None),
        ("d = {}\nd['x'] = []\nfor k in 'ab':\n", "d[k].append(1)", None),
        ("d = load()\nfor k in 'ab':\n", "d[k].append(1)", None),
        (_LOOP, "d[k].remove(1)", None),
        (_LOOP, "d[k].sort()", None),
    ],
)
def test_collecting(keeps: Keeps, head: str, before: str, after: str | None) -> None:
    mark = "" if "«" in before else "«"
    keeps("key-default", "KeyError", "'x'", f"{head}    {mark}{before}\n", f"{head}    {after}\n" if after else None)


def test_a_name_that_stands_for_numbers(keeps: Keeps) -> None:
    head = "d = {}\nfor k, n in [('a', 1), ('b', 2.5)]:\n    "
    keeps("key-default", "KeyError", "'a'", f"{head}«d[k] += n\n", f"{head}d[k] = d.get(k, 0) + n\n")
    head = "d = {}\nfor k, n in [('a', 1), ('b', 'x')]:\n    "
    keeps("key-default", "KeyError", "'a'", f"{head}«d[k] += n\n", None)


@pytest.mark.parametrize("source", ["d[k] = d[j] + 1", "d[k] = 1 - d[k]", "d[k] = d[k] * 2", "d[f()] = d[f()] + 1"])
def test_what_counts_nothing_is_not_sure(mend: Apply, source: str) -> None:
    made = mend("key-default", f"«{source}\n", "KeyError", "'x'")
    assert made is None or not made.mend.sure
