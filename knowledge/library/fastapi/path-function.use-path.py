"""A variable of the path is declared as one of the query."""
# needs: fastapi, httpx
# fails: AssertionError at line 11
# prints: 7
from fastapi import FastAPI, Query
from fastapi.testclient import TestClient

app = FastAPI()


@app.get("/items/{number}")
def item(number: int = Query(ge=1)):  # from 1
    return number


print(TestClient(app).get("/items/7").json())
