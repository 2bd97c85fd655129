"""A page with the path of another one."""
# needs: flask
# fails: werkzeug.routing.exceptions.BuildError at line 13
# prints: b'/users'
from flask import Flask, url_for

app = Flask(__name__)
app.testing = True


@app.route("/")
def index():
    return url_for("user_list")  # of all


@app.route("/users")
def users_list():
    return "u"


print(app.test_client().get("/").data)
