"""A test client sends a form where the view reads JSON."""
# needs: flask
# fails: UnsupportedMediaType at line 14
# prints: Ada
from flask import Flask, request

app = Flask(__name__)
app.testing = True
app.config["TRAP_HTTP_EXCEPTIONS"] = True


@app.post("/login")
def login():
    user = request.json["user"]
    return user


print(app.test_client().post("/login", data={"user": "Ada"}).text)
