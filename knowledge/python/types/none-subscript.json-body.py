"""The text of JSON is sent without saying that it is JSON, and the refusal is a page."""
# needs: flask
# fails: TypeError at line 19
# prints: 1
import json

from flask import Flask, request

app = Flask(__name__)


@app.post("/parts")
def add():
    return {"fields": len(request.get_json())}


client = app.test_client()
answer = client.post("/parts", data=json.dumps({"name": "bolt"}))  # one field
print(answer.get_json()["fields"])
