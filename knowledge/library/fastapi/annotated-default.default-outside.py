"""The default of a query parameter stands in its annotation."""
# needs: fastapi, httpx
# fails: AssertionError at line 13
# prints: 3
from typing import Annotated

from fastapi import FastAPI, Query
from fastapi.testclient import TestClient

app = FastAPI()


@app.get("/items")
def items(limit: Annotated[int, Query(default=3, le=50)]):  # at most
    return limit


print(TestClient(app).get("/items").json())
