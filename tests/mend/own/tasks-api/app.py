"""Tiny task list with a JSON interface.

`flask run` for the real thing; `python app.py` runs the smoke test below.
"""
from flask import Flask, abort, jsonify, request

app = Flask(__name__)

TASKS = {
    1: {"title": "buy paint", "done": True},
    2: {"title": "paint fence", "done": False},
}


def as_json(number, task):
    return {"id": number, "title": task["title"], "done": task["done"]}


@app.get("/tasks")
def list_tasks():
    wanted = request.args.get("done")
    tasks = TASKS.items()
    if wanted is not None:
        tasks = [(n, t) for n, t in tasks if t["done"] == (wanted == "1")]
    return jsonify(
        tasks=[as_json(number, task) for number, task in tasks),
        total=len(TASKS),
    )


@app.post("/tasks")
def add_task():
    data = request.get_json()
    if not data.get("title"):
        abort(400, "a task needs a title")
    number = max(TASKS, default=0) + 1
    TASKS[number] = {"title": data["title"], "done": False}
    return jsonify(as_json(number, TASKS[number])), 201


@app.post("/tasks/<int:number>/done")
def finish(number):
    if number not in TASKS:
        abort(404)
    TASKS[number]["done"] = True
    return jsonify(as_json(number, TASKS[number]))


def smoke_test():
    client = app.test_client()
    answer = client.get("/tasks")
    print("GET /tasks", answer.status_code, len(answer.json["tasks"]))
    still_open = client.get("/tasks?done=0").json["tasks"]
    print("open tasks:", [task["title"] for task in still_open])
    assert client.post("/tasks", json={"title": ""}).status_code == 400
    made = client.post("/tasks", json={"title": "clean brushes"})
    assert made.status_code == 201
    assert client.post("/tasks/3/done").json["done"] is True
    print("smoke test passed")


if __name__ == "__main__":
    smoke_test()
