"""An address is made in a script, in the application's context."""
# needs: flask
# fails: RuntimeError at line 16
# prints: /users/3
from flask import Flask, url_for

app = Flask(__name__)


@app.get("/users/<int:number>")
def user(number):
    return str(number)


with app.app_context():
    print(url_for("user", number=3))
