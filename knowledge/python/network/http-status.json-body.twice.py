"""What is sent is a text of JSON inside JSON."""
# needs: fastapi, httpx
# fails: httpx.HTTPStatusError at line 27
# prints: bolt
import json

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
answer = client.post("/parts", json=json.dumps({"name": "bolt", "price": 3}))
answer.raise_for_status()
print(answer.json()["name"])
