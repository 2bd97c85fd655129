"""`none-guard` for what a checker says of an operand or an argument."""

from __future__ import annotations

import pytest

from .findings import fixed

HEAD = "def f(d: dict[str, int], n: str) -> int:\n    p = d.get(n)\n"
GUARD = '    if p is None:\n        raise ValueError("p is None")\n'


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("    return «p + 1\n", 'Operator "+" not supported for "None"'),
        ("    return «p < 1  # é\n", 'Operator "<" not supported for "None"'),
        ("    return «1 + p\n", 'Unsupported operand types for + ("int" and "None")'),
        ("    return «p + 1\n", 'Unsupported operand types for + ("None" and "int")'),
        ("    return «p + 1\n", 'Unsupported left operand type for + ("None")'),
        ("    return g(«p, 1)\n", 'Argument of type "int | None" cannot be assigned to parameter "x" of type "int"'),
        ("    return «g(p, 1)\n", 'Argument 1 to "g" has incompatible type "int | None"; expected "int"'),
        ("    return «g(1, x=p)\n", 'Argument "x" to "g" has incompatible type "int | None"; expected "int"'),
        ("    return «m.g(h(2), p)\n", 'Argument 2 to "g" of "M" has incompatible type "int | None"; expected "int"'),
    ],
)
def test_a_guard_stands_before(line: str, message: str) -> None:
    made = fixed("none-guard", HEAD + line, message=message)
    assert made is not None
    assert made[0] == HEAD + GUARD + line.replace("«", "")
    assert made[1]


@pytest.mark.parametrize(
    ("line", "message", "values"),
    [
        ("    return «1 < p\n", 'Unsupported operand types for > ("int" and "None")', {}),
        ("    return «p + q + 1\n", 'Unsupported operand types for + ("None" and "int")', {}),
        ("    return g(«None)\n", 'Argument 1 to "g" has incompatible type "None"; expected "int"', {}),
        ("    return «g(*p)\n", 'Argument 1 to "g" has incompatible type "x | None"; expected "int"', {}),
        ("    return «h(p)\n", 'Argument 1 to "g" has incompatible type "int | None"; expected "int"', {}),
        ("    return g(p) if n el«se 1\n", 'Argument of type "int | None" cannot be', {}),
        ("    return «g(p)\n", 'Argument 1 to "g" has', {"type": "int | None", "expected": "str | None"}),
        ("    return «g(p)\n", 'Argument 1 to "g" has', {"type": "int | str | None", "expected": "int"}),
    ],
)
def test_what_cannot_be_told_is_left(line: str, message: str, values: dict[str, str]) -> None:
    assert fixed("none-guard", HEAD + line, message=message, **values) is None


def test_a_parameter_that_is_handed_on_is_not_sure() -> None:
    text = "def f(p: int | None) -> int:\n    return g(«p)\n"
    made = fixed("none-guard", text, message='Argument of type "int | None" cannot be assigned to parameter "x"')
    assert made is not None
    assert not made[1]


def test_a_look_up_gets_a_name() -> None:
    text = "def f(d, n):\n    return g(«d.get(n), 1)  # two\n"
    made = fixed("none-guard", text, message='Argument of type "int | None" cannot be assigned to parameter "x"')
    assert made is not None
    assert made[0] == (
        'def f(d, n):\n    value = d.get(n)\n    if value is None:\n        raise ValueError("value is None")\n'
        "    return g(value, 1)  # two\n"
    )
