"""A prefix with a slash at its end."""
# needs: fastapi, httpx
# fails: AssertionError at line 9
# prints: []
from fastapi import APIRouter, FastAPI
from fastapi.testclient import TestClient

app = FastAPI()
router = APIRouter(prefix="/items/")  # of the shop


@router.get("/all")
def items():
    return []


app.include_router(router)
print(TestClient(app).get("/items/all").json())
