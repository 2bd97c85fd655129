"""Times that are written in another order than the format says, and such as `fromisoformat` cannot read."""

from __future__ import annotations

from pathlib import Path

import pytest
from tracemend.context import Context, DiskDocuments
from tracemend.fixes.toolkit.time_shapes import shapes

from .conftest import Apply, Keeps, Makes


def _mismatch(value: str, form: str) -> str:
    return f"time data {value!r} does not match format {form!r}"


def _not_iso(value: str) -> str:
    return f"Invalid isoformat string: {value!r}"


@pytest.mark.parametrize(
    ("value", "forms"),
    [
        ("14/11/2023 09:00", ["%d/%m/%Y %H:%M", "%m/%d/%Y %H:%M"]),
        ("2024-03-05T10:20:30.123Z", ["%Y-%m-%dT%H:%M:%S.%f%z"]),
        ("Tue, 5 March 2024 10:20:30", ["%a, %d %B %Y %H:%M:%S"]),
        ("May 3, 2024", ["%b %d, %Y", "%B %d, %Y"]),
        ("10:30 PM", ["%I:%M %p"]),
        ("20240305", ["%Y%m%d"]),
        ("9h30", ["%Hh%M"]),
        ("10:20 5.3.2024", ["%H:%M %d.%m.%Y", "%H:%M %m.%d.%Y"]),
        ("soon", []),
        ("1.2.3.4", []),
        ("10:20 11:30", []),
        ("x 10:20 y", []),
        ("12345", []),
        ("100%", []),
        ("", []),
    ],
)
def test_the_formats_of_a_shape(value: str, forms: list[str]) -> None:
    assert shapes(value) == forms


@pytest.mark.parametrize(
    ("value", "form", "after"),
    [
        ("14/11/2023 09:00", "%Y-%m-%d %H:%M", "%d/%m/%Y %H:%M"),
        ("11/14/23", "%Y-%m-%d", "%m/%d/%y"),
        ("Tue 5 March 2024", "%Y-%m-%d", "%a %d %B %Y"),
        ("04/05/2023", "%Y-%m-%d", None),  # day first or month first
        ("04/05/06", "%Y-%m-%d", None),
        ("2023-05-04 noon", "%d.%m.%Y", None),
    ],
)
def test_another_order(keeps: Keeps, value: str, form: str, after: str | None) -> None:
    before = f"«datetime.strptime({value!r}, '{form}')»  # é\n"
    mended = None if after is None else f"datetime.strptime({value!r}, '{after}')  # é\n"
    keeps("time-format", "ValueError", _mismatch(value, form), before, mended)


@pytest.mark.parametrize(
    ("data", "value", "after", "sure"),
    [
        ("a;03.04.2024\nb;23.04.2024\n", "03.04.2024", "%d.%m.%Y", True),
        ("a;03.04.2024\nb;04.04.2024\n", "03.04.2024", None, None),
        ("a;2024-04-03\nb;23.04.2024\n", "23.04.2024", "%d.%m.%Y", False),  # the others are read as it is
        ("a;n/a\n", "23.04.2024", "%d.%m.%Y", False),  # it is not in the data
        ("a;3 May 2024\nb;4 June 2024\n", "3 May 2024", "%d %B %Y", True),
    ],
)
def test_the_data_decide(
    mend: Apply, tmp_path: Path, data: str, value: str, after: str | None, sure: bool | None
) -> None:
    (tmp_path / "days.csv").write_text(data, "utf-8")
    context = Context(
        origin="here",
        system="linux",
        folder=str(tmp_path),
        roots=(str(tmp_path),),
        trusted=True,
        documents=DiskDocuments(),
    )
    before = "for line in open('days.csv'):\n\td = «strptime(line.split(';')[1], '%Y-%m-%d')»\n"
    made = mend("time-format", before, "ValueError", _mismatch(value, "%Y-%m-%d"), context=context)
    expected = None if after is None else before.replace("%Y-%m-%d", after).replace("«", "").replace("»", "")
    assert (made and made.text) == expected
    assert (made and made.mend.sure) == sure


_FROM = "from datetime import {}\n"


@pytest.mark.parametrize(
    ("before", "after", "value", "sure"),
    [
        (
            _FROM.format("date") + 'x = «date.fromisoformat("5.13.2024")»  # é\n',
            _FROM.format("date, datetime") + 'x = datetime.strptime("5.13.2024", "%m.%d.%Y").date()  # é\n',
            "5.13.2024",
            True,
        ),
        (
            "import datetime\nx = «datetime.datetime.fromisoformat('23/1/24')»\n",
            "import datetime\nx = datetime.datetime.strptime('23/1/24', '%d/%m/%y')\n",
            "23/1/24",
            True,
        ),
        (
            'import datetime as dt\nx = «dt.time.fromisoformat("9:30")»\n',
            'import datetime as dt\nx = dt.datetime.strptime("9:30", "%H:%M").time()\n',
            "9:30",
            True,
        ),
        (
            'x = «datetime.fromisoformat(input(\n\t"day"  # asks\n))»\n',
            'x = datetime.strptime(input(\n\t"day"  # asks\n), "%d.%m.%Y")\n',
            "23.1.2024",
            False,
        ),
        ('x = «date.fromisoformat("5.3.2024")»\n', None, "5.3.2024", None),
        ('x = «date.fromisoformat("2024-03-05 10:20")»\n', None, "2024-03-05 10:20", None),
        ('x = «time.fromisoformat("")»\n', None, "", None),
        ('x = «Month.fromisoformat("5.13.2024")»\n', None, "5.13.2024", None),
        ('x = «datetime.fromisoformat("n/a")»\n', None, "n/a", None),
    ],
)
def test_what_is_no_iso_8601(makes: Makes, before: str, after: str | None, value: str, sure: bool | None) -> None:
    makes("iso-format", _not_iso(value), before, after, sure, "ValueError")
    crlf = after.replace("\n", "\r\n") if after is not None else None
    makes("iso-format", _not_iso(value), before.replace("\n", "\r\n"), crlf, sure, "ValueError")


def test_nothing_around_changes(keeps_around: Makes) -> None:
    keeps_around(
        "iso-format",
        _not_iso("23.1.2024"),
        "«datetime.fromisoformat('23.1.2024')»",
        "datetime.strptime('23.1.2024', '%d.%m.%Y')",
        "ValueError",
    )
