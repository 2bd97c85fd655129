"""Parts catalogue: FastAPI service and its smoke test."""
from itertools import count
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException, Query
from fastapi.testclient import TestClient
from pydantic import BaseModel, Field


class PartIn(BaseModel):
    name: str = Field(min_length=2)
    price: float = Field(gt=0)
    tags: list[str] = []


class Part(PartIn):
    id: int


class Catalogue:
    def __init__(self):
        self._ids = count(1)
        self.parts: dict[int, Part] = {}

    def add(self, new: PartIn) -> Part:
        part = Part(id=next(self._ids), **new.model_dump())
        self.parts[part.id] = part
        return part


catalogue = Catalogue()
app = FastAPI(title="Parts")


def get_catalogue() -> Catalogue:
    return catalogue


Cat = Annotated[Catalogue, Depends(get_catalogue)]


@app.post("/parts", status_code=201)
def add_part(new: PartIn, cat: Cat) -> Part:
    return cat.add(new)


@app.get("/parts/{part_id}")
def show_part(part_id: int, cat: Cat) -> Part:
    if part_id not in cat.parts:
        raise HTTPException(404, "no such part")
    return cat.parts[part_id]


@app.get("/parts")
def find_parts(cat: Cat, tag: Annotated[str | None, Query()] = None) -> list[Part]:
    return [p for p in cat.parts.values() if tag is None or tag in p.tags]


def smoke_test() -> None:
    client = TestClient(app)

    def create(**fields) -> int:
        response = client.post("/parts", data=fields)
        return response.json()["id"]

    bolt = create(name="bolt M8", price=0.12, tags=["steel", "thread"])
    create(name="washer", price=0.02, tags=["steel"])
    create(name="cable tie", price=0.05)
    print("first:", client.get(f"/parts/{bolt}").json()["name"])
    steel = client.get("/parts", params={"tag": "steel"}).json()
    print("steel:", [part["name"] for part in steel])
    print("unknown:", client.get("/parts/99").status_code)


if __name__ == "__main__":
    smoke_test()
