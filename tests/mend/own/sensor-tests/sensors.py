"""Conversions and a moving average for the greenhouse sensors."""
from collections import deque
from typing import Deque, Iterable, Iterator


def to_celsius(fahrenheit: float) -> float:
    return (fahrenheit - 32) * 5 / 9


def to_fahrenheit(celsius: float) -> float:
    return celsius * 9 / 5 + 32


class MovingAverage:
    """Mean of the last `size` readings."""

    def __init__(self, size: int) -> None:
        if size < 1:
            raise ValueError("size must be at least 1")
        self._window: Deque[float] = deque(maxlen=size)

    def add(self, reading: float) -> float:
        self._window.append(reading)
        return self.value

    @property
    def value(self) -> float:
        return sum(self._window) / len(self._window)


def smooth(readings: Iterable[float], size: int = 3) -> Iterator[float]:
    average = MovingAverage(size)
    for reading in readings:
        yield average.add(reading)
