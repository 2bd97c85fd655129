"""Neither the prefix nor the path of a route says anything."""
# needs: fastapi, httpx
# fails: fastapi.exceptions.FastAPIError at line 17
# prints: []
from fastapi import APIRouter, FastAPI
from fastapi.testclient import TestClient

app = FastAPI()
router = APIRouter()


@router.get("")
def items():
    return []


app.include_router(router)
print(TestClient(app).get("/").json())
