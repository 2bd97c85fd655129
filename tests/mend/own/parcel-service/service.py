"""Parcel registration service with validated input."""
from datetime import date
from enum import Enum

from fastapi import FastAPI, HTTPException
from fastapi.testclient import TestClient
from pydantic import BaseModel, Field


class Size(str, Enum):
    small = "S"
    medium = "M"
    large = "L"


class ParcelIn(BaseModel):
    recipient: str = Field(min_length=2, max_length=60)
    postcode: str = Field(..., regex=r"^\d{5}$", description="five digits")
    size: Size = Size.small
    weight: float = Field(gt=0, le=31.5)


class Parcel(ParcelIn):
    code: str
    registered: date


PRICES = {Size.small: 3.99, Size.medium: 5.49, Size.large: 9.99}

app = FastAPI(title="Parcels")
store: dict[str, Parcel] = {}


@app.post("/parcels", status_code=201, response_model=Parcel)
def register(parcel: ParcelIn):
    code = f"P{len(store) + 1:04}"
    store[code] = Parcel(code=code, registered=date(2024, 5, 17), **parcel.model_dump())
    return store[code]


@app.get("/parcels/{code}/price")
def price(code: str):
    if code not in store:
        raise HTTPException(404, "unknown parcel")
    parcel = store[code]
    extra = 2.0 if parcel.weight > 10 else 0.0
    return {"code": code, "price": round(PRICES[parcel.size] + extra, 2)}


def main() -> None:
    with TestClient(app) as client:
        good = client.post("/parcels", json={"recipient": "Library", "postcode": "04109", "size": "M", "weight": 12})
        print(good.status_code, good.json()["code"], good.json()["registered"])
        print("price", client.get("/parcels/P0001/price").json()["price"])

        bad = client.post("/parcels", json={"recipient": "Library", "postcode": "4109", "weight": 1})
        print(bad.status_code, [e["loc"][-1] for e in bad.json()["detail"]])
        print(client.get("/parcels/P0009/price").status_code)


if __name__ == "__main__":
    main()
