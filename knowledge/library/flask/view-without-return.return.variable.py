"""A page that says hello, put together first."""
# needs: flask
# fails: TypeError at line 17
# prints: b'hello'
from flask import Flask

app = Flask(__name__)
app.testing = True


@app.route("/")
def index():
    word = "hel"
    text = word + "lo"  # the whole


print(app.test_client().get("/").data)
