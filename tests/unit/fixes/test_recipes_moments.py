"""Times that meet dates, and times with a zone that meet times without one."""

from __future__ import annotations

import pytest

from .conftest import Keeps

_COMPARED = "can't compare datetime.datetime to datetime.date"
_LATER = "'<' not supported between instances of 'datetime.datetime' and 'datetime.date'"
_MINUS = "unsupported operand type(s) for -: 'datetime.datetime' and 'datetime.date'"
_ZONES = "can't subtract offset-naive and offset-aware datetimes"
_IMPORT = "from datetime import date, datetime, timedelta, timezone\n"


@pytest.mark.parametrize("message", [_COMPARED, _LATER, _MINUS])
@pytest.mark.parametrize(
    "code",
    [
        "days = [datetime.strptime(x, '%Y-%m-%d'){} for x in y]  # é\n«[x for x in days if x < today]\n",
        "class A:\n    def __init__(self, x):\n        self.x = datetime.strptime(x, '%d/%m/%y'){}\n"
        "    def late(self, today):\n        return «self.x < today\n",
        "FORM = '%d.%m.%Y'\nitems = []\nfor x in y:\n    items.append({{'d': datetime.strptime(x, FORM){}}})\n"
        "for i in items:\n    «i['d'] < today\n",
        "def left(x):\n    return datetime.fromisoformat(x){} < today\n«left('2024-03-01')\n",
        "when = datetime.strptime(\n    x,  # é\n    '%Y-%m-%d',\n){}\n«when < today\n",
    ],
)
def test_a_day_is_read_as_a_date(keeps: Keeps, message: str, code: str) -> None:
    before, after = code.format(""), code.replace("«", "").format(".date()")
    keeps("date-where-read", "TypeError", message, _IMPORT + before, _IMPORT + after)


@pytest.mark.parametrize(
    "code",
    [
        "d = datetime.strptime(x, '%Y-%m-%d %H:%M')\n«d < today\n",
        "d = datetime.strptime(x, form)\n«d < today\n",
        "d = datetime.fromisoformat(x)\n«d < today\n",
        "d = datetime.strptime(x, '%Y-%m-%d')\nnow = datetime.now()\n«d < today\n",
        "d = datetime.strptime(x, '%Y-%m-%d')\nprint(d.hour)\n«d < today\n",
        "d = datetime.strptime(x, '%Y-%m-%d')\nprint(d.date())\n«d < today\n",
        "d = datetime.strptime(x, '%Y-%m-%d')\nprint(d + timedelta(hours=3))\n«d < today\n",
        "d = datetime.strptime(x, '%Y-%m-%d')\nprint(f'{d:%H:%M}')\n«d < today\n",
        "«d < today\n",
    ],
)
def test_hours_that_may_be_meant_stay(keeps: Keeps, code: str) -> None:
    keeps("date-where-read", "TypeError", _COMPARED, _IMPORT + code, None)


def test_what_is_said_to_be_a_time_is_not_surely_a_date(keeps: Keeps) -> None:
    code = "class A:\n    x: datetime\nd = datetime.strptime(x, '%Y-%m-%d'){}\n{}d < today\n"
    after = _IMPORT + code.format(".date()", "")
    keeps("date-where-read", "TypeError", _COMPARED, _IMPORT + code.format("", "«"), after, sure=False)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a = datetime.fromtimestamp(1, tz=timezone.utc)\nb = datetime(2024, 1, 1)  # é\n«a - b\n",
         "a = datetime.fromtimestamp(1, tz=timezone.utc)\nb = datetime(2024, 1, 1, tzinfo=timezone.utc)  # é\na - b\n"),
        ("Z = timezone(timedelta(hours=2))\na = datetime(2024, 1, 1, tzinfo=Z)\nb = datetime(\n    2024,\n"
         "    1,\n    1,\n)\n"
         "«a - b\n",
         "Z = timezone(timedelta(hours=2))\na = datetime(2024, 1, 1, tzinfo=Z)\nb = datetime(\n    2024,\n"
         "    1,\n    1,\n"
         "    tzinfo=Z,\n)\na - b\n"),
        ("a = datetime.now(timezone.utc)\nb = datetime.fromtimestamp(t)\n«a - b\n",
         "a = datetime.now(timezone.utc)\nb = datetime.fromtimestamp(t, tz=timezone.utc)\na - b\n"),
        ("a = datetime.now(timezone.utc)\nb = datetime.strptime(t, '%c UTC')\n«a - b\n",
         "a = datetime.now(timezone.utc)\nb = datetime.strptime(t, '%c UTC').replace(tzinfo=timezone.utc)\na - b\n"),
        ("A = datetime(2024, 1, 1)\nB = datetime(2025, 1, 1)\na = datetime.now(timezone.utc)\n«a - A\n",
         "A = datetime(2024, 1, 1, tzinfo=timezone.utc)\nB = datetime(2025, 1, 1, tzinfo=timezone.utc)\n"
         "a = datetime.now(timezone.utc)\na - A\n"),
    ],
)  # fmt: skip
def test_a_time_gets_the_zone_of_the_others(keeps: Keeps, before: str, after: str) -> None:
    keeps("zone-where-made", "TypeError", _ZONES, _IMPORT + before, _IMPORT + after)


def test_a_text_that_does_not_say_its_zone_may_be_local(keeps: Keeps) -> None:
    code = _IMPORT + "a = datetime.now(timezone.utc)\nb = datetime.strptime(t, '%Y'){}\n{}a - b\n"
    after = code.format(".replace(tzinfo=timezone.utc)", "")
    keeps("zone-where-made", "TypeError", _ZONES, code.format("", "«"), after, sure=False)


@pytest.mark.parametrize(
    "code",
    [
        "a = datetime(2024, 1, 1, tzinfo=A)\nb = datetime(2024, 1, 1, tzinfo=B)\nc = datetime(2024, 1, 1)\n«a - c\n",
        "import pytz\na = datetime.now(pytz.utc)\nb = datetime(2024, 1, 1)\n«a - b\n",
        "a = datetime.now(timezone.utc)\nb = datetime(2024, 1, 1)\nc = datetime.fromisoformat(t)\n«a - c\n",
        "def f(zone):\n    return datetime.now(zone)\nb = datetime(2024, 1, 1)\n«f(z) - b\n",
    ],
)
def test_where_no_zone_is_shown_none_is_given(keeps: Keeps, code: str) -> None:
    """Two zones, pytz, a text that may be without one, a zone that is not the module's."""
    keeps("zone-where-made", "TypeError", _ZONES, _IMPORT + code, None)
