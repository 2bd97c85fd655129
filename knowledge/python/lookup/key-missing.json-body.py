"""A test of a service sends a form, which the service refuses: its answer has no id."""
# needs: fastapi, httpx
# fails: KeyError at line 28
# prints: 7
from fastapi import FastAPI
from fastapi.testclient import TestClient
from pydantic import BaseModel


class Part(BaseModel):
    name: str
    price: float


app = FastAPI()


@app.post("/parts", status_code=201)
def add(part: Part):
    return {"id": 7, "name": part.name}


client = TestClient(app)


def create(**fields):
    answer = client.post("/parts", data=fields)  # a new one
    return answer.json()["id"]


print(create(name="bolt", price=0.12))
