"""Conditions on a Python version, as entries write them: `>=3.10`, `<3.12,!=3.10`."""

from __future__ import annotations

import re

from tracemend import lazy

_CLAUSE = lazy.regex(r"\s*(>=|<=|==|!=|>|<)\s*(\d{1,3}(?:\.\d{1,3}){0,2})\s*")


def parse(text: str) -> tuple[tuple[str, tuple[int, ...]], ...] | None:
    """The clauses of a condition, all of which must hold; None where it is not one."""
    clauses = []
    for part in text.split(","):
        found = _CLAUSE.fullmatch(part)
        if not found:
            return None
        clauses.append((found[1], tuple(map(int, found[2].split(".")))))
    return tuple(clauses)


def holds(condition: str, version: str) -> bool | None:
    """Whether a version ("3.11") fulfils a condition; None where either is not understood.

    Only as many numbers are compared as both have: `==3.11` holds for 3.11.4, and `<3.11.4` is not denied by 3.11.
    """
    clauses, numbers = parse(condition), re.match(r"\d{1,3}(?:\.\d{1,3}){0,2}", version)
    if clauses is None or numbers is None:
        return None
    given = tuple(map(int, numbers[0].split(".")))
    return all(_fulfilled(operator, given, wanted) for operator, wanted in clauses)


def _fulfilled(operator: str, given: tuple[int, ...], wanted: tuple[int, ...]) -> bool:
    size = min(len(given), len(wanted))
    left, right = given[:size], wanted[:size]
    if left == right and len(wanted) > len(given):
        return True
    return {
        ">=": left >= right,
        "<=": left <= right,
        ">": left > right,
        "<": left < right,
        "==": left == right,
        "!=": left != right,
    }[operator]
