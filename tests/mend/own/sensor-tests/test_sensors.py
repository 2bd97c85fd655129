import pytest

from sensors import MovingAverage, smooth, to_celsius, to_fahrenheit


@pytest.fixture
def average():
    return MovingAverage(3)


@pytest.mark.parametrize(
    "fahrenheit, celsius",
    [(32, 0), (212, 100), (-40, -40), (98.6, 37.0)],
)
def test_conversion(fahrenheit, celsius):
    assert to_celsius(fahrenheit) == pytest.approx(celsius)
    assert to_fahrenheit(celsius) == pytest.approx(fahrenheit)


def test_one_reading(average):
    assert average.add(4.5) == 4.5


def test_window_moves(average):
    for reading in (1, 2, 3, 4):
        average.add(reading)
    assert average.value == 3


def test_small_readings(average):
    for reading in (0.1, 0.2, 0.3):
        average.add(reading)
    assert average.value == 0.2


def test_smooth_is_lazy():
    def readings():
        yield 10
        yield 20
        pytest.fail("read too far")

    values = smooth(readings())
    assert next(values) == 10
    assert next(values) == 15


def test_size_is_checked():
    with pytest.raises(ValueError, match="at least 1"):
        MovingAverage(0)
