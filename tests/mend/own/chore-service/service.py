"""Chores of a shared flat, as a small web service."""
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException
from fastapi.testclient import TestClient
from pydantic import BaseModel


class Chore(BaseModel):
    title: str
    who: str
    done: bool = False


class Store:
    def __init__(self) -> None:
        self.chores: dict[int, Chore] = {}

    def add(self, chore: Chore) -> int:
        number = len(self.chores) + 1
        self.chores[number] = chore
        return number


_store = Store()


def get_store() -> Store:
    return _store


app = FastAPI(title="Chores")


@app.get("/chores")
def list_chores(store: Annotated[Store, Depends(get_store)], done: bool | None = None):
    return [c for c in store.chores.values() if done is None or c.done == done]


@app.post("/chores", status_code=201)
def add_chore(chore: Chore, store: Annotated[Store, Depends(get_store)]):
    return {"id": store.add(chore)}


@app.post("/chores/{number}/done")
def finish(number: int, store: Annotated[Store, Depends(get_store())]):
    if number not in store.chores:
        raise HTTPException(404, "no such chore")
    store.chores[number].done = True
    return store.chores[number]


def self_test() -> None:
    client = TestClient(app)
    answer = client.post("/chores", json={"title": "dishes", "who": "Kim"})
    print("created", answer.status_code)
    client.post("/chores", json={"title": "windows", "who": "Lou"})
    assert client.post("/chores/1/done").json()["done"] is True
    assert client.post("/chores/9/done").status_code == 404
    left = client.get("/chores", params={"done": False}).json()
    print("still open:", [chore["title"] for chore in left])


if __name__ == "__main__":
    self_test()
