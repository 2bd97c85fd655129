"""Counters that begin at 0 where rows, months, days or plots begin at 1."""

from __future__ import annotations

import pytest

from .conftest import Keeps, Makes

_CELL = "Row or column values must be at least 1"
_ROW = "Row numbers must be between 1 and 1048576. Row number supplied was 0"
_MONTH = "month must be in 1..12"
_DAY = "day is out of range for month"


@pytest.mark.parametrize(
    ("message", "before", "after"),
    [
        (
            _CELL,
            "for n, x in enumerate(xs):\n\t«s.cell(row=n, column=1, value=x)  # é\n\ts.cell(n, 2).value = x\n",
            "for n, x in enumerate(xs, start=1):\n\ts.cell(row=n, column=1, value=x)  # é\n\ts.cell(n, 2).value = x\n",
        ),
        (
            _CELL,
            "for r in range(s.max_row):\n\tfor c in range(3):\n\t\t«print(s.cell(r, c).value)\n",
            "for r in range(1, s.max_row + 1):\n\tfor c in range(1, 4):\n\t\tprint(s.cell(r, c).value)\n",
        ),
        (
            _CELL,
            "for c in range(len(HEAD)):\n\t«s.cell(row=1, column=c, value=HEAD[c])\n",
            "for c in range(len(HEAD)):\n\ts.cell(row=1, column=c + 1, value=HEAD[c])\n",
        ),
        (
            _CELL,
            "r = 0\nfor x in xs:\n\t«s.cell(r, 1, x)\n\tr += 1\n",
            "r = 1\nfor x in xs:\n\ts.cell(r, 1, x)\n\tr += 1\n",
        ),
        (
            _CELL,
            "def put(s, r, x):\n\t«s.cell(r, 1, x)\nfor i, x in enumerate(xs):\n\tput(s, i, x)\n",
            "def put(s, r, x):\n\ts.cell(r, 1, x)\nfor i, x in enumerate(xs, start=1):\n\tput(s, i, x)\n",
        ),
        (
            _ROW,
            "for i, x in enumerate(xs):\n\t«s[f'A{i}'] = x\n\ts['B' + str(i)] = y[i]\n",
            "for i, x in enumerate(xs):\n\ts[f'A{i + 1}'] = x\n\ts['B' + str(i + 1)] = y[i]\n",
        ),
        (
            "Invalid column index 0",
            "for i in range(0, n - 1):\n\t«print(get_column_letter(i))\n",
            "for i in range(1, n):\n\tprint(get_column_letter(i))\n",
        ),
        (_MONTH, "x = [«date(2024, m, 1)» for m in range(12)]\n", "x = [date(2024, m, 1) for m in range(1, 13)]\n"),
        (_MONTH, "x = [«date(2024, m, 1)» for m in range(13)]\n", "x = [date(2024, m, 1) for m in range(1, 13)]\n"),
        (
            _MONTH + ", not 0",
            "for m in range(12):\n\t«x[m] = day.replace(month=m)\n",
            "for m in range(12):\n\tx[m] = day.replace(month=m + 1)\n",
        ),
        (
            "day 0 must be in range 1..31 for month 1 in year 2024",
            "for d in range(n):\n\t«print(datetime.date(2024, 1, d))\n",
            "for d in range(1, n + 1):\n\tprint(datetime.date(2024, 1, d))\n",
        ),
        (
            "num must be an integer with 1 <= num <= 4, not 0",
            "for i, x in enumerate(xs):\n\t«ax = plt.subplot(2, 2, i)\n\tax.plot(x)\n",
            "for i, x in enumerate(xs, start=1):\n\tax = plt.subplot(2, 2, i)\n\tax.plot(x)\n",
        ),
    ],
)
def test_a_counter_begins_at_one(keeps: Keeps, message: str, before: str, after: str) -> None:
    keeps("count-from-one", "ValueError", message, before, after)


@pytest.mark.parametrize(
    "heading",
    ["s.append(HEAD)\n", "s['A1'] = 'name'\n", "s.cell(row=1, column=1, value='name')\n"],
)
def test_below_a_heading_rows_may_begin_at_two(keeps: Keeps, heading: str) -> None:
    before = heading + "for n, x in enumerate(xs):\n\t«s.cell(row=n, column=1, value=x)\n"
    after = heading + "for n, x in enumerate(xs, start=2):\n\ts.cell(row=n, column=1, value=x)\n"
    keeps("count-from-one", "ValueError", _CELL, before, after, sure=False)


@pytest.mark.parametrize(
    ("message", "before"),
    [
        (_CELL, "«s.cell(row=0, column=1)\n"),
        (_CELL, "«s.cell(row=n, column=1)\n"),
        (_CELL, "for n in range(1, 4):\n\t«s.cell(row=n, column=k)\n"),
        (_CELL, "for n in rows:\n\t«s.cell(row=n, column=1)\n"),
        (_CELL, "n = 0\nif a:\n\tn = 2\n«s.cell(n, 1)\n"),
        (_CELL, "for i in range(3):\n\t«s.cell(2 * i, 1)\n"),
        (_MONTH, "for m in range(13):\n\t«x[m] = date(2024, m, 1)\n"),
        (_DAY, "«date(2024, 2, 30)\n"),
        (_DAY, "for d in range(29, 32):\n\t«date(2024, 2, d)\n"),
        ("hour must be in 0..23", "for h in range(25):\n\t«time(h)\n"),
    ],
)
def test_another_cause(makes: Makes, message: str, before: str) -> None:
    makes("count-from-one", message, before, None, exception="ValueError")


def test_nothing_around_changes(keeps_around: Makes) -> None:
    keeps_around(
        "count-from-one",
        _MONTH,
        "x = [«date(y, m, 1)» for m in range(12)]",
        "x = [date(y, m, 1) for m in range(1, 13)]",
        "ValueError",
    )
