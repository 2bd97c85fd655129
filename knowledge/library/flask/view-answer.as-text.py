"""A view that answers with a number."""
# needs: flask
# fails: TypeError at line 17
# prints: 2
from flask import Flask

app = Flask(__name__)
app.testing = True


@app.get("/count")
def count():
    words = ["a", "b"]
    return len(words)  # all of them


print(app.test_client().get("/count").text)
