"""Ask the price service on this computer for the prices of the day."""
import json
import urllib.request
from dataclasses import dataclass

SERVICE = "http://127.0.0.1:18099"


@dataclass
class Price:
    article: str
    cents: int


def fetch(path: str) -> dict:
    with urllib.request.urlopen(SERVICE + path, timeout=2) as reply:
        return json.load(reply)


def prices(day: str) -> list[Price]:
    data = fetch(f"/prices/{day}")
    return [Price(item["article"], item["cents"]) for item in data["items"]]


def main() -> None:
    for price in prices("2024-03-01"):
        print(f"{price.article:<20}{price.cents / 100:>8.2f}")


if __name__ == "__main__":
    main()
