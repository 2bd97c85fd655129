"""Check the parcels that the scanner reports before they are booked."""
import json
import sys
from enum import Enum
from typing import List, Optional

from pydantic import BaseModel, Field, field_validator


class Service(str, Enum):
    standard = "standard"
    express = "express"


class Address(BaseModel):
    street: str
    town: str
    postcode: str = Field(pattern=r"^\d{5}$")


class Parcel(BaseModel):
    code: str
    weight: int = Field(gt=0, le=31_500, description="grams")
    service: Service = Service.standard
    address: Address
    note: Optional[str]

    @field_validator("code")
    @classmethod
    def upper(cls, value: str) -> str:
        return value.strip().upper()


class Delivery(BaseModel):
    depot: str
    parcels: List[Parcel]

    def weight(self) -> int:
        return sum(parcel.weight for parcel in self.parcels)


def load(path: str) -> Delivery:
    with open(path, encoding="utf-8") as handle:
        return Delivery.model_validate(json.load(handle))


def main() -> None:
    delivery = load(sys.argv[1])
    print("depot", delivery.depot)
    for parcel in sorted(delivery.parcels, key=lambda p: p.code):
        line = f"{parcel.code} {parcel.weight} g {parcel.service.value} -> {parcel.address.town}"
        if parcel.note:
            line += f" ({parcel.note})"
        print(line)
    print(f"{len(delivery.parcels)} parcels, {delivery.weight()} g")
    print("with a note:", sum(p.note is not None for p in delivery.parcels))


if __name__ == "__main__":
    main()
