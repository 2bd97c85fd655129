"""A test of a route that reads JSON."""
# needs: fastapi, httpx, pytest
# run: pytest -q {file}
# fails: AssertionError at line 25
from fastapi import FastAPI
from fastapi.testclient import TestClient
from pydantic import BaseModel


class Part(BaseModel):
    name: str


app = FastAPI()


@app.put("/parts/{number}")
def change(number: int, part: Part) -> dict[str, str]:
    return {"name": part.name}


def test_change():
    client = TestClient(app)
    answer = client.put(f"/parts/{3}", data={"name": "nut"})
    assert answer.status_code == 200
