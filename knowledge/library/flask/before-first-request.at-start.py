"""Prepares something before it serves."""
# needs: flask
# fails: AttributeError at line 12
# prints: ready
# prints: served b'x'
from flask import Flask

app = Flask(__name__)
app.testing = True


@app.before_first_request
def prepare():
    print("ready")  # once


@app.route("/")
def index():
    return "x"


print("served", app.test_client().get("/").data)
