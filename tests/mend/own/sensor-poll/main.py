"""Asks all the sensors of the house at once."""
import asyncio
import logging
from dataclasses import dataclass

log = logging.getLogger("poll")

VALUES = {"attic": 24.5, "cellar": 14.0, "hall": 19.5}


@dataclass(frozen=True)
class Reading:
    sensor: str
    degrees: float


class FakeBus:
    """Stands for the wire: answers after a short while."""

    async def ask(self, sensor: str) -> float:
        await asyncio.sleep(0.01)
        return VALUES[sensor]


async def poll(bus: FakeBus, sensor: str) -> Reading:
    degrees = await bus.ask(sensor)
    log.debug("%s said %s", sensor, degrees)
    return Reading(sensor, degrees)


async def poll_all(bus: FakeBus, sensors: list[str]) -> list[Reading]:
    return await asyncio.gather(*(poll(bus, sensor) for sensor in sensors))


async def report(bus: FakeBus) -> int:
    readings = poll_all(bus, sorted(VALUES))
    for reading in readings:
        print(f"{reading.sensor} {reading.degrees}")
    warmest = max(readings, key=lambda reading: reading.degrees)
    print("warmest:", warmest.sensor)
    return len(readings)


async def main() -> None:
    count = await report(FakeBus())
    print(count, "sensors")


if __name__ == "__main__":
    asyncio.run(main())
