"""What a form sent is put in order in its place."""
# needs: flask
# fails: TypeError at line 14
# prints: Ada
from flask import Flask, request

app = Flask(__name__)
app.testing = True


@app.post("/")
def save():
    data = request.form
    data["name"] = data["name"].strip()  # no blanks
    return data["name"]


print(app.test_client().post("/", data={"name": " Ada "}).text)
