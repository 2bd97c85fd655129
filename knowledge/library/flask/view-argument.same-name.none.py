"""A page that lacks its parameter."""
# needs: flask
# fails: TypeError at line 16
# prints: b'hello'
from flask import Flask

app = Flask(__name__)
app.testing = True


@app.get("/hello/<name>")
def hello():
    return "hello"


print(app.test_client().get("/hello/ann").data)
