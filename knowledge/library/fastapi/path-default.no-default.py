"""A variable of the path has a default beside its limit."""
# needs: fastapi, httpx
# fails: AssertionError at line 12
# prints: 7
from fastapi import FastAPI, Path
from fastapi.testclient import TestClient

app = FastAPI()


@app.get("/items/{number}")
def item(number: int = Path(default=3, ge=1)):  # from 1
    return number


print(TestClient(app).get("/items/7").json())
