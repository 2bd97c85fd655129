"""Which seeds can be sown in a month?"""
import calendar
import json
from pathlib import Path

CATALOGUE = Path(__file__).with_name("catalogue.json")


def load():
    with CATALOGUE.open(encoding="utf-8") as file:
        return json.load(file)


def to_sow(seeds, month):
    return [
        seed
        for seed in seeds
        if seed["sow-from"] <= month <= seed["sow_until"]
    ]


def main(month=3):
    chosen = to_sow(load(), month)
    names = ", ".join(seed["name"] for seed in chosen)
    print(f"sow in {calendar.month_name[month]}: {names}")
    print(f"{len(chosen)} packets, {sum(s['price'] for s in chosen):.2f}")


if __name__ == "__main__":
    main()
