"""A view for one path."""
# needs: flask
# fails: ValueError at line 10
# prints: b'x'
from flask import Flask

app = Flask(__name__)


@app.route("users")
def index():
    return "x"


print(app.test_client().get("/users").data)
