"""Counts visits."""
# needs: flask
# fails: RuntimeError at line 13
# prints: b'x'
from flask import Flask, session

app = Flask(__name__)  # the shop
app.testing = True


@app.route("/")
def index():
    session["visits"] = 1
    return "x"


print(app.test_client().get("/").data)
