"""How an item is counted and what it is filed under."""

from __future__ import annotations

from typing import Any

import pytest
from tracemend.knowledge.model import Clause, DiagnosticKey, Signature
from tracemend.matching.compile import found_by, plain, specificity


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"exception": ("PermissionError",), "errno": (13,)}, "exact"),
        ({"exception": ("PermissionError",), "winerror": (5,)}, "exact"),
        ({"diagnostic": DiagnosticKey("pyright", ("reportUnusedCoroutine",))}, "exact"),
        ({"exception": ("RuntimeWarning",), "message": "coroutine '(?P<c>[^']+)' was never awaited"}, "exact"),
        ({"tool": ("pip",), "message": "externally-managed-environment"}, "exact"),
        ({"exception": ("NameError",), "message": "(?P<a>.+) undefined"}, "pattern"),
        ({"exception": ("ValueError",), "literal": ("The truth value of an array",)}, "pattern"),
        ({"exception": ("KeyError",), "raised_in": ("os",), "message": "'(?P<name>.+)'"}, "pattern"),
        ({"exception": ("SystemError",), "exit": (139,)}, "pattern"),
        ({"exception": ("TypeError",), "code": (Clause("calls"),)}, "pattern"),
        ({"exception": ("KeyError",), "message": "(?P<key>.+)"}, "type"),
        ({"exception": ("KeyError",)}, "type"),
        ({"exception": ("KeyError",), "tool": ("python",), "severity": "error", "python": ">=3.10"}, "type"),
    ],
)
def test_specificity_is_counted(given: dict[str, Any], expected: str) -> None:
    assert specificity(Signature(**given)) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"diagnostic": DiagnosticKey("mypy", ("arg-type",)), "message": "two fixed words"}, "code"),
        ({"exception": ("OSError",), "errno": (98,), "message": "Address already in use.*"}, "pair"),
        ({"exception": ("OSError",), "literal": ("DLL load failed while",)}, "pair"),
        ({"exception": ("OSError",), "errno": (13,), "message": "(?P<what>.+)"}, "number"),
        ({"winerror": (32,)}, "number"),
        ({"exception": ("KeyError",), "message": "(?P<key>.+)"}, "type"),
        ({"tool": ("shell",), "message": "(?P<name>.+): denied"}, None),
        ({"tool": ("shell",), "exit": (127,)}, None),
        ({"message": "(?P<all>.*)"}, None),
        # One of the literals has no pair of words: it could not be found by one, so the item is not filed under any.
        ({"literal": ("two words here", "single")}, None),
        ({"exception": ("OSError",), "literal": ("two words here", "single")}, "type"),
    ],
)
def test_the_key_an_item_is_filed_under(given: dict[str, Any], expected: str | None) -> None:
    assert found_by(Signature(**given)) == expected


def test_plain_makes_a_copy_that_marshal_takes() -> None:
    class Text(str):
        __slots__ = ()

    made = plain({"a": (1, Text("x"), [True, None, 1.5]), "b": {"c": Text("y")}})
    assert made == {"a": [1, "x", [True, None, 1.5]], "b": {"c": "y"}}
    assert type(made["a"][1]) is str
