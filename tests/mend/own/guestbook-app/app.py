"""Guest book of the allotment club, with a small self test at the end."""
from datetime import date

from flask import Flask, abort, jsonify, redirect, render_template_string, request, url_for

app = Flask(__name__)
entries = [{"id": 1, "name": "Wilma", "text": "Nice beans!", "day": date(2023, 6, 4)}]

PAGE = """<!doctype html>
<h1>Guest book</h1>
{% for e in entries %}<p id="e{{ e.id }}"><b>{{ e.name }}</b>: {{ e.text }}</p>
{% endfor %}"""


@app.route("/")
def index():
    newest = sorted(entries, key=lambda e: e["id"], reverse=True)
    render_template_string(PAGE, entries=newest)


@app.route("/sign", methods=["POST"])
def sign():
    name = request.form.get("name", "").strip()
    text = request.form.get("text", "").strip()
    if not name or not text:
        abort(400)
    entries.append(
        {"id": len(entries) + 1, "name": name, "text": text, "day": date(2023, 6, 11)}
    )
    return redirect(url_for("index"))


@app.route("/api/entries/<int:entry_id>")
def entry(entry_id):
    for e in entries:
        if e["id"] == entry_id:
            return jsonify(name=e["name"], text=e["text"], day=e["day"].isoformat())
    abort(404)


def self_test():
    app.config["TESTING"] = True
    client = app.test_client()
    print("sign:", client.post("/sign", data={"name": "Otto", "text": "<3 tomatoes"}).status_code)
    print("empty:", client.post("/sign", data={"name": ""}).status_code)
    print("api:", client.get("/api/entries/2").get_json()["day"])
    page = client.get("/")
    print("page:", page.status_code)
    print(page.get_data(as_text=True))


if __name__ == "__main__":
    self_test()
