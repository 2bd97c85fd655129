"""A view counts in a session that nothing reads."""
# needs: fastapi, httpx, itsdangerous
# fails: AssertionError at line 13
# prints: 2
from fastapi import FastAPI, Request
from fastapi.testclient import TestClient

app = FastAPI()  # the shop


@app.get("/count")
def count(request: Request):
    request.session["n"] = request.session.get("n", 0) + 1
    return request.session["n"]


client = TestClient(app)
client.get("/count")
print(client.get("/count").json())
