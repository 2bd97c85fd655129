"""Settings that somebody has edited by hand."""
# fails: json.decoder.JSONDecodeError at line 10
# prints: tea 3
import json
from pathlib import Path


def settings(name):
    with open(Path(__file__).parent / name, encoding="utf-8") as file:
        return json.load(file)


shop = settings("shop.json")
print(shop["name"], len(shop["prices"]))
