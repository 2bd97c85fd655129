#!/usr/bin/env python3
"""Poll the fan controllers of a rack and say which of them runs too hot.

The real controllers speak a serial protocol; here they are simulated, so that
the polling logic can be tried on a laptop.
"""
from __future__ import annotations

import asyncio
import json
import logging
from pathlib import Path

log = logging.getLogger("fans")
HERE = Path(__file__).parent


class Controller:
    """One fan controller; every request takes a little while."""

    def __init__(self, name: str, temperatures: list[float]):
        self.name = name
        self._temperatures = iter(temperatures)
        self.speed = 30

    async def temperature(self) -> float:
        await asyncio.sleep(0.01)
        return next(self._temperatures)

    async def set_speed(self, percent: int) -> None:
        await asyncio.sleep(0.01)
        self.speed = max(0, min(100, percent))


async def load_limits(path: Path) -> dict[str, float]:
    loop = asyncio.get_running_loop()
    text = await loop.run_in_executor(None, path.read_text)
    return json.loads(text)


async def regulate(controller: Controller, limits: dict[str, float]) -> str:
    degrees = await controller.temperature()
    if degrees > limits["alarm"]:
        await controller.set_speed(100)
        return f"{controller.name}: {degrees:.1f} ALARM"
    if degrees > limits["warm"]:
        await controller.set_speed(controller.speed + 20)
        return f"{controller.name}: {degrees:.1f} warm"
    return f"{controller.name}: {degrees:.1f} ok"


async def poll(controllers: list[Controller], rounds: int) -> list[str]:
    limits = load_limits(HERE / "limits.json")
    lines = []
    for number in range(1, rounds + 1):
        log.debug("round %d", number)
        lines += await asyncio.gather(
            *(regulate(controller, limits) for controller in controllers)
        )
    return lines


async def main() -> None:
    rack = [
        Controller("front", [41.0, 58.5, 59.0]),
        Controller("rear", [44.2, 47.0, 81.3]),
    ]
    for line in await poll(rack, rounds=3):
        print(line)
    print("speeds:", ", ".join(f"{c.name}={c.speed}" for c in rack))


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    asyncio.run(main())
