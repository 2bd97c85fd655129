"""Which walks are short enough? The file writes its keys in camel case."""

# fails: KeyError at line 16
# prints: Mill round, 4.5 km
import json
from pathlib import Path

WALKS = Path(__file__).with_name("walks.json")


def load():
    return json.loads(WALKS.read_text(encoding="utf-8"))["walks"]


def short(walks, limit):
    return [walk for walk in walks if walk["length_km"] <= limit]  # both ends count


for walk in short(load(), 5):
    print(f"{walk['name']}, {walk['lengthKm']} km")
