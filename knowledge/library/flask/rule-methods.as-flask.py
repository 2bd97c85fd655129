"""A view that takes what a form sends, the method a text."""
# needs: flask
# fails: TypeError at line 10
# prints: b'x'
from flask import Flask

app = Flask(__name__)


@app.route("/", methods="POST")
def index():
    return "x"


print(app.test_client().post("/").data)
