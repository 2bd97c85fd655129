import asyncio
import random
import statistics

STATIONS = {
    "harbour": 14.0,
    "airport": 12.5,
    "summit": 11.0,
}


async def read_station(name, delay):
    """Ask one weather station (simulated) for its temperature."""
    await asyncio.sleep(delay)
    return name, STATIONS[name]


async def poll(names):
    rnd = random.Random(7)
    readings = await asyncio.gather(
        [read_station(name, rnd.random() / 50) for name in names]
    )
    return dict(readings)


def outliers(readings, limit=1.2):
    """Stations which are far from the mean of all."""
    mean = statistics.mean(readings.values())
    return sorted(n for n, v in readings.items() if abs(v - mean) > limit)


def fahrenheit(celsius):
    return celsius * 9 / 5 + 32


def print_table(readings):
    for name, value in sorted(readings.items()):
        print(f"{name:<12}{value:6.1f} °C")


def main():
    readings = asyncio.run(poll(STATIONS))
    print_table(readings)
    print("mean:", statistics.mean(readings.values()))
    print("outliers:", ", ".join(outliers(readings)) or "none")
    warmest = max(readings, key=readings.get)
    print(f"warmest: {warmest} ({fahrenheit(readings[warmest]):.1f} °F)")
    print(len(readings), "stations")


if __name__ == "__main__":
    main()
