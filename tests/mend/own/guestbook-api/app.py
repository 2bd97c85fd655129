"""A guest book with a small JSON interface."""
import itertools

from flask import Flask, jsonify, request

app = Flask(__name__)
app.testing = True
entries = {}
numbers = itertools.count(1)


@app.get("/entries")
def list_entries():
    return jsonify(list(entries.values()))


@app.post("/entries")
def add_entry():
    data = request.get_json()
    text = data.get("text", "").strip()
    if not text:
        return jsonify(error="text is missing"), 400
    entry = {
        "id": next(numbers),
        "name": data.get("name", "anonymous"),
        "text": text,
    }
    entries[entry["id"]] = entry
    jsonify(entry), 201


@app.delete("/entries/<int:number>")
def remove_entry(number):
    entries.pop(number, None)
    return "", 204


def self_test():
    client = app.test_client()
    reply = client.post("/entries", json={"name": "Rosa", "text": "Lovely garden!"})
    print(reply.status_code, reply.get_json())
    client.post("/entries", json={"text": "Thank you"})
    print("entries:", len(client.get("/entries").get_json()))
    print(client.post("/entries", json={"text": "  "}).status_code)
    client.delete("/entries/1")
    print("left:", [e["name"] for e in client.get("/entries").get_json()])


if __name__ == "__main__":
    self_test()
