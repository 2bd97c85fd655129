"""A test of a service sends a form, which the service refuses with another status."""
# needs: fastapi, httpx
# fails: AssertionError at line 26
# prints: bolt
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
new = {"name": "bolt", "price": 0.12}
answer = client.post("/parts", data=new)
assert answer.status_code == 201, answer.text
print(answer.json()["name"])
