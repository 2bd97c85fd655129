"""The route reads JSON; the client sends a form."""
# needs: fastapi, httpx
# fails: KeyError at line 24
# prints: bolt 1
from fastapi import FastAPI
from fastapi.testclient import TestClient
from pydantic import BaseModel


class Part(BaseModel):
    name: str


app = FastAPI()


@app.post("/parts")
def add(part: Part) -> dict[str, str | int]:
    return {"name": part.name, "id": 1}


client = TestClient(app)
answer = client.post("/parts", data={"name": "bolt"})  # a new one
print(answer.json()["name"], answer.json()["id"])
