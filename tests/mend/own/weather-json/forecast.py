"""Shows the forecast that was saved by the download job."""

import json
from pathlib import Path

FILE = Path(__file__).with_name("forecast.json")


class Day:
    def __init__(self, name, low, high, rain):
        self.name = name
        self.low = low
        self.high = high
        self.rain = rain

    @classmethod
    def from_json(cls, data):
        return cls(data["day"][:3], data["temp"]["min"], data["temp"]["max"], data.get("rain", 0))

    @property
    def sky(self):
        if self.rain == 0:
            return "dry"
        return "showers" if self.rain < 5 else "rain"

    def __str__(self):
        return f"{self.name}  {self.low:.0f} to {self.high:.0f}  {self.sky}"


def read_forecast(path):
    with path.open(encoding="utf-8") as file:
        data = json.loads(file)
    if data["version"] != 2:
        print("warning: unknown version", data["version"])
    return [Day.from_json(entry) for entry in data["days"]]


def main():
    days = read_forecast(FILE)
    for day in days:
        print(day)
    print("warmest:", max(days, key=lambda day: day.high).name)
    print("rain in all:", sum(day.rain for day in days), "mm")


if __name__ == "__main__":
    main()
