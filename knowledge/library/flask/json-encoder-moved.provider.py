"""An encoder for sets, as it was written for Flask 2.2."""
# needs: flask
# fails: ImportError at line 6
# prints: {"tags":["a"]}
from flask import Flask, jsonify
from flask.json import JSONEncoder


class Encoder(JSONEncoder):
    def default(self, o):
        if isinstance(o, set):
            return sorted(o)
        return JSONEncoder.default(self, o)


app = Flask(__name__)
app.json_encoder = Encoder  # for all answers


@app.get("/")
def home():
    return jsonify(tags={"a"})


print(app.test_client().get("/").text.strip())
