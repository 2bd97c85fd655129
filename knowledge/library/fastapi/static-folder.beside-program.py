"""The files lie beside the program, which works in another folder."""
# setup: mkdir static && printf 'hello' > static/page.txt
# needs: fastapi, httpx
# fails: RuntimeError at line 13
# prints: hello
import os

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from fastapi.testclient import TestClient

os.chdir(os.sep)
files = StaticFiles(directory="static")  # as delivered
app = FastAPI()
app.mount("/static", files)
print(TestClient(app).get("/static/page.txt").text)
