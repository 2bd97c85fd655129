"""Smooth a stream of sensor readings and raise alarms."""
import asyncio
from collections import deque
from statistics import fmean
from typing import AsyncIterator, Sequence

READINGS: Sequence[float] = (20.1, 20.3, 20.2, 24.9, 25.4, 26.0, 25.8, 20.4, 20.2, 20.0)


async def read_sensor(readings: Sequence[float], period: float = 0.002) -> AsyncIterator[float]:
    for value in readings:
        await asyncio.sleep(period)
        yield value


async def smooth(source: AsyncIterator[float], width: int = 3) -> AsyncIterator[float]:
    """Moving average over the last `width` readings."""
    window: deque = deque(maxlen=width)
    async for value in source:
        window.append(value)
        if len(window) == width:
            yield round(fmean(window), 2)


class Alarm:
    def __init__(self, limit: float) -> None:
        self.limit = limit
        self.active = False
        self.events: list = []

    def feed(self, index: int, value: float) -> None:
        if value > self.limit and not self.active:
            self.active = True
            self.events.append(("on", index, value))
        elif value <= self.limit and self.active:
            self.active = False
            self.events.append(("off", index, value))


async def watch(readings: Sequence[float], limit: float) -> Alarm:
    alarm = Alarm(limit)
    index = 0
    for value in smooth(read_sensor(readings)):
        alarm.feed(index, value)
        index += 1
    print(f"{index} smoothed values")
    return alarm


async def main() -> None:
    alarm = await watch(READINGS, limit=24.0)
    for kind, index, value in alarm.events:
        print(f"alarm {kind:<3} at {index} ({value})")


if __name__ == "__main__":
    asyncio.run(main())
