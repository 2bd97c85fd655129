"""Parcel desk: announce a parcel, look it up.  One-file service with a self-test."""
from typing import Dict, List

from fastapi import FastAPI, HTTPException
from fastapi.testclient import TestClient
from pydantic import BaseModel, Field

app = FastAPI(title="Parcel desk")


class Parcel(BaseModel):
    code: str = Field(..., regex=r"^[A-Z]{2}\d{6}$", description="printed on the label")
    weight: float = Field(..., gt=0, le=31.5)
    fragile: bool = False


PARCELS: Dict[str, Parcel] = {}


@app.post("/parcels", response_model=Parcel, status_code=201)
async def announce(parcel: Parcel):
    if parcel.code in PARCELS:
        raise HTTPException(409, "already announced")
    PARCELS[parcel.code] = parcel
    return parcel


@app.get("/parcels", response_model=List[Parcel])
async def all_parcels(fragile: bool = False):
    return [p for p in PARCELS.values() if p.fragile or not fragile]


def self_test() -> None:
    client = TestClient(app)
    made = client.post("/parcels", json={"code": "AB123456", "weight": 2.5})
    assert made.status_code == 201, made.text
    print("created", made.json()["code"])
    bad = client.post("/parcels", json={"code": "12", "weight": 1})
    print("bad code:", bad.status_code)
    print("again:", client.post("/parcels", json=made.json()).status_code)
    print("total weight", sum(p["weight"] for p in client.get("/parcels").json()))


if __name__ == "__main__":
    self_test()
