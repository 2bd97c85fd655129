"""A view that answers with a dictionary or a response."""
# needs: fastapi, httpx
# fails: fastapi.exceptions.FastAPIError at line 12
# prints: 3
from fastapi import FastAPI
from fastapi.responses import JSONResponse
from fastapi.testclient import TestClient

app = FastAPI()


@app.get("/a", tags=["a"])  # the first
def a() -> dict | JSONResponse:
    return {"n": 3}


print(TestClient(app).get("/a").json()["n"])
