"""A page that says hello."""
# needs: flask
# fails: TypeError at line 16
# prints: b'hello'
from flask import Flask, render_template_string

app = Flask(__name__)
app.testing = True


@app.route("/")
def index():
    render_template_string("hello")  # in English


print(app.test_client().get("/").data)
