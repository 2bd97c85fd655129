"""Formats of times, times that meet dates and numbers, decimals that meet floats."""

from __future__ import annotations

import pytest

from .conftest import Keeps


def _mismatch(value: str, form: str) -> str:
    return f"time data {value!r} does not match format {form!r}"


@pytest.mark.parametrize(
    ("value", "form", "after"),
    [
        ("2024-03-05", "%y-%m-%d", "%Y-%m-%d"),
        ("24-03-05", "%Y-%m-%d", "%y-%m-%d"),
        ("2024/03/05", "%Y-%m-%d", "%Y/%m/%d"),
        ("25/12/2024", "%m/%d/%Y", "%d/%m/%Y"),
        ("5 March 2024", "%d %b %Y", "%d %B %Y"),
        ("5 Mar 2024", "%d %m %Y", "%d %b %Y"),
        ("2024-03-05T10:20", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M"),
        ("2024-03-05", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d"),
        ("10:30 PM", "%H:%M", "%I:%M %p"),
        ("2024-03-05", "YYYY-MM-DD", "%Y-%m-%d"),
        ("2024-03-05 10:20", "YYYY-MM-DD HH:MM", "%Y-%m-%d %H:%M"),
        ("2024-03-05", "%Y-%M-%D", "%Y-%m-%d"),
        ("2024-13-01", "%Y-%m-%d", None),
        ("soon", "%Y-%m-%d", None),
        ("", "%Y-%m-%d", None),
    ],
)
def test_a_format_fits_the_text(keeps: Keeps, value: str, form: str, after: str | None) -> None:
    before = f"«datetime.strptime({value!r}, '{form}')»  # é\n"
    mended = None if after is None else f"datetime.strptime({value!r}, '{after}')  # é\n"
    keeps("time-format", "ValueError", _mismatch(value, form), before, mended)


@pytest.mark.parametrize(
    ("message", "before", "after", "sure"),
    [
        (
            "unconverted data remains: Z",
            "«time.strptime('10:20Z', '%H:%M')»\n",
            "time.strptime('10:20Z', '%H:%M%z')\n",
            True,
        ),
        (
            "unconverted data remains: .5",
            "v, f = '1:2:3.5', '%H:%M:%S'\n«strptime(v, f)»\n",
            "v, f = '1:2:3.5', '%H:%M:%S.%f'\nstrptime(v, f)\n",
            True,
        ),
        (
            _mismatch("1.2.2024", "%d.%m.%y"),
            "«strptime(input(), '%d.%m.%y')»\n",
            "strptime(input(), '%d.%m.%Y')\n",
            False,
        ),
        (
            _mismatch("1.2.2024", "%d.%m.%y"),
            "def f(s):\n\treturn «strptime(s, '%d.%m.%y')»\n\nf('1.2.2024')\nf('1.3.2024')\n",
            "def f(s):\n\treturn strptime(s, '%d.%m.%Y')\n\nf('1.2.2024')\nf('1.3.2024')\n",
            True,
        ),
        (
            _mismatch("1.2.2024", "%d.%m.%y"),
            "for s in ('1.2.24', '1.2.2024'):\n\t«strptime(s, '%d.%m.%y')»\n",
            None,
            True,
        ),
        (_mismatch("1.2.2024", "%d.%m.%y"), "F = '%d.%m.%y'\nprint(F)\n«strptime('1.2.2024', F)»\n", None, True),
    ],
)
def test_all_texts_are_read(keeps: Keeps, message: str, before: str, after: str | None, sure: bool) -> None:
    keeps("time-format", "ValueError", message, before, after, sure)


_DATE = "can't compare datetime.datetime to datetime.date"
_MINUS = "unsupported operand type(s) for -: 'datetime.datetime' and 'datetime.date'"
_PLUS = "unsupported operand type(s) for +: 'datetime.{}' and 'int'"
_TIMES = "unsupported operand type(s) for {}: 'decimal.Decimal' and 'float'"
_FROM = "from datetime import {}\n"


@pytest.mark.parametrize(
    ("recipe", "message", "before", "after", "sure"),
    [
        ("date-part", _DATE, "«datetime.now() > due»  # é\n", "datetime.now().date() > due  # é\n", True),
        (
            "date-part",
            _DATE,
            "n = datetime.datetime.today()\n«due < n»\n",
            "n = datetime.datetime.today()\ndue < n.date()\n",
            True,
        ),
        (
            "date-part",
            _DATE,
            "n = datetime.strptime(s, '%Y-%m-%d')\n«due < n»\n",
            "n = datetime.strptime(s, '%Y-%m-%d')\ndue < n.date()\n",
            True,
        ),
        (
            "date-part",
            _DATE,
            "n = datetime(2024, 1, 2, 3)\n«due < n»\n",
            "n = datetime(2024, 1, 2, 3)\ndue < n.date()\n",
            False,
        ),
        ("date-part", _MINUS, "«a - b»\n", "a.date() - b\n", False),
        ("date-part", _DATE, "«a < b»\n", None, True),
        (
            "time-span",
            _PLUS.format("date"),
            _FROM.format("date") + "«d + 7»\n",
            _FROM.format("date, timedelta") + "d + timedelta(days=7)\n",
            True,
        ),
        (
            "time-span",
            _PLUS.format("date"),
            "import datetime as dt\n«d + n»\n",
            "import datetime as dt\nd + dt.timedelta(days=n)\n",
            True,
        ),
        (
            "time-span",
            _PLUS.format("datetime"),
            _FROM.format("timedelta") + "«d + 7»\n",
            _FROM.format("timedelta") + "d + timedelta(days=7)\n",
            False,
        ),
        (
            "time-span",
            _PLUS.format("datetime"),
            "import datetime\n«d + wait_minutes»\n",
            "import datetime\nd + datetime.timedelta(minutes=wait_minutes)\n",
            True,
        ),
        (
            "time-span",
            "unsupported operand type(s) for +=: 'datetime.date' and 'int'",
            "import datetime\n«d += 1»\n",
            "import datetime\nd += datetime.timedelta(days=1)\n",
            True,
        ),
        (
            "time-span",
            "unsupported operand type(s) for *: 'datetime.date' and 'int'",
            "import datetime\n«d * 1»\n",
            None,
            True,
        ),
        (
            "time-span",
            "unsupported operand type(s) for -: 'int' and 'datetime.date'",
            "import datetime\n«1 - d»\n",
            None,
            True,
        ),
        ("time-span", _PLUS.format("date"), "import datetime\n«d + hours»\n", None, True),
        (
            "to-decimal",
            _TIMES.format("*"),
            "from decimal import Decimal\n«p * 1.5»\n",
            'from decimal import Decimal\np * Decimal("1.5")\n',
            True,
        ),
        (
            "to-decimal",
            _TIMES.format("*"),
            "import decimal\n«p * r»\n",
            "import decimal\np * decimal.Decimal(str(r))\n",
            True,
        ),
        (
            "to-decimal",
            _TIMES.format("+="),
            "import decimal\n«p += p * r»\n",
            "import decimal\np += decimal.Decimal(str(p * r))\n",
            True,
        ),
        (
            "to-decimal",
            "unsupported operand type(s) for +=: 'float' and 'decimal.Decimal'",
            "import decimal\n«p += r»\n",
            None,
            True,
        ),
        (
            "to-decimal",
            "unsupported operand type(s) for *: 'float' and 'float'",
            "import decimal\n«p * r»\n",
            None,
            True,
        ),
    ],
)
def test_times_and_decimals(
    keeps: Keeps, recipe: str, message: str, before: str, after: str | None, sure: bool
) -> None:
    keeps(recipe, "TypeError", message, before, after, sure)
