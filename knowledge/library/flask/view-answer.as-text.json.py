"""A view that answers with a number, in a file whose other view answers with JSON."""
# needs: flask
# fails: TypeError at line 22
# prints: 3
from flask import Flask

app = Flask(__name__)
app.testing = True


@app.get("/item")
def item():
    return {"name": "pen", "count": 3}


@app.get("/count")
def count():
    total = 1 + 2
    return total, 200


print(app.test_client().get("/count").json)
