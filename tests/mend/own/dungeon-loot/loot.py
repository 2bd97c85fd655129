"""Load a dungeon's treasure list and work out what the party can carry."""
from __future__ import annotations

import enum
import json
import sys
from collections import Counter
from pathlib import Path

import attrs


class Rarity(enum.Enum):
    COMMON = 1
    UNCOMMON = 2
    RARE = 5
    EPIC = 12

    @property
    def label(self) -> str:
        return self.name.capitalize()


class Slot(enum.Enum):
    HAND = "hand"
    HEAD = "head"
    BAG = "bag"


@attrs.define
class Item:
    name: str
    rarity: Rarity
    slot: Slot
    weight: float = attrs.field(validator=attrs.validators.gt(0))

    @classmethod
    def from_record(cls, record: dict) -> Item:
        """Records name the rarity and hold the slot's value."""
        return cls(
            name=record["name"],
            rarity=Rarity(record["rarity"].upper()),
            slot=Slot(record["slot"]),
            weight=record.get("weight", 1.0),
        )

    @property
    def worth(self) -> float:
        return self.rarity.value * 10


@attrs.define
class Party:
    capacity: float
    items: list[Item] = attrs.Factory(list)

    @property
    def load(self) -> float:
        return sum(item.weight for item in self.items)

    def collect(self, found: list[Item]) -> list[Item]:
        """Take the best items first; gives back what stays behind."""
        left = []
        for item in sorted(found, key=lambda i: i.worth / i.weight, reverse=True):
            if self.load + item.weight <= self.capacity:
                self.items.append(item)
            else:
                left.append(item)
        return left


def main(path: str) -> None:
    records = json.loads(Path(path).read_text(encoding="utf-8"))
    found = [Item.from_record(record) for record in records]
    party = Party(capacity=10)
    left = party.collect(found)
    for item in party.items:
        print(f"{item.name:<14} {item.rarity.label:<9} {item.slot.value:<5} {item.weight:>4}")
    print("left behind:", ", ".join(item.name for item in left))
    slots = Counter(item.slot for item in party.items)
    print("for the hands:", slots[Slot.HAND])
    print(f"worth {sum(item.worth for item in party.items)}, load {party.load:g} of {party.capacity}")


if __name__ == "__main__":
    main(sys.argv[1])
