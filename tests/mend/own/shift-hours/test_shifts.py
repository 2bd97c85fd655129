import pytest

from shifts import night_share, paid_minutes


def test_plain_day():
    assert paid_minutes("08:00", "16:30", [30]) == 480


def test_over_midnight():
    assert paid_minutes("22:00", "06:00", [30, 10]) == 450


def test_short_breaks_are_paid():
    assert paid_minutes("08:00", "12:00", [15]) == 240


@pytest.mark.parametrize("start,end,share", [("22:00", "06:00", 1.0), ("08:00", "16:00", 0.0)])
def test_night(start, end, share):
    assert night_share(start, end) == pytest.approx(share)
