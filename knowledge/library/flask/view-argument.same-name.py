"""The page of one user."""
# needs: flask
# fails: TypeError at line 16
# prints: b'3'
from flask import Flask

app = Flask(__name__)
app.testing = True


@app.route("/users/<int:n>")  # from 1
def user(number):
    return str(number)


print(app.test_client().get("/users/3").data)
