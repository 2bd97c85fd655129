"""`parse-dates`: a column of dates is read as dates."""

from __future__ import annotations

import pytest

from .conftest import Keeps

MIXED = "'>' not supported between instances of 'str' and 'datetime.datetime'"


@pytest.mark.parametrize(
    ("read", "after"),
    [
        ('pd.read_csv("a.csv")', 'pd.read_csv("a.csv", parse_dates=["day"])'),
        ("pd.read_csv('a.csv')", "pd.read_csv('a.csv', parse_dates=['day'])"),
        ('pd.read_csv("a.csv").dropna()', 'pd.read_csv("a.csv", parse_dates=["day"]).dropna()'),
        (
            'pd.read_csv(\n    "a.csv", sep=";"  # é\n)',
            'pd.read_csv(\n    "a.csv", sep=";", parse_dates=["day"]  # é\n)',
        ),
        ('pd.read_csv("a.csv", parse_dates=["x"])', 'pd.read_csv("a.csv", parse_dates=["x", "day"])'),
        ('pd.read_csv("a.csv", parse_dates=[])', 'pd.read_csv("a.csv", parse_dates=["day"])'),
        ('pd.read_csv("a.csv", parse_dates=["day"])', None),
        ('pd.read_csv("a.csv", parse_dates=True)', None),
        ('pd.read_csv("a.csv", **more)', None),
        ("load()", None),
    ],
)
def test_the_call_that_reads(keeps: Keeps, read: str, after: str | None) -> None:
    before = f"t = {read}\n«late = t[t['day'] > now]\n"
    keeps("parse-dates", "TypeError", MIXED, before, after and f"t = {after}\nlate = t[t['day'] > now]\n")


def test_through_functions_and_attributes(keeps: Keeps) -> None:
    before = 'def read():\n    return pd.read_csv("a.csv")\n\n\ndef f(t):\n    «return t[now < t.day]\n\n\nf(read())\n'
    after = before.replace("«", "").replace('"a.csv")', '"a.csv", parse_dates=["day"])')
    keeps("parse-dates", "TypeError", MIXED, before, after)


@pytest.mark.parametrize(
    "message",
    [
        "'>' not supported between instances of 'str' and 'datetime.date'",
        "'>' not supported between instances of 'str' and 'int'",
    ],
)
def test_other_types(keeps: Keeps, message: str) -> None:
    keeps("parse-dates", "TypeError", message, 't = pd.read_csv("a.csv")\n«late = t[t["day"] > now]\n', None)


@pytest.mark.parametrize(
    "message",
    [
        MIXED,
        "'<=' not supported between instances of 'Timestamp' and 'str'",
        "Invalid comparison between dtype=str and datetime",
    ],
)
def test_the_messages(keeps: Keeps, message: str) -> None:
    before = 't = pd.read_csv("a.csv")\n«late = t[t["day"] > now]\n'
    after = 't = pd.read_csv("a.csv", parse_dates=["day"])\nlate = t[t["day"] > now]\n'
    keeps("parse-dates", "TypeError", message, before, after)
