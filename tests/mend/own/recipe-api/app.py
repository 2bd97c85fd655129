"""Recipe box: a small JSON service.  `python app.py` runs the self-test."""
from flask import Flask, abort, jsonify, request

app = Flask(__name__)
app.config["TESTING"] = True

RECIPES = {
    1: {"title": "Pancakes", "minutes": 20, "tags": ["sweet", "quick"]},
    2: {"title": "Lentil soup", "minutes": 45, "tags": ["vegan"]},
    3: {"title": "Omelette", "minutes": 10, "tags": ["quick"]},
}


def as_json(number):
    recipe = RECIPES.get(number)
    if recipe is None:
        abort(404, description=f"no recipe {number}")
    return {"id": number, **recipe}


@app.errorhandler(404)
def not_found(error):
    return jsonify(error=error.description), 404


@app.get("/recipes")
def list_recipes():
    tag = request.args.get("tag")
    limit = request.args.get("minutes", type=int)
    chosen = []
    for number in RECIPES:
        recipe = as_json(number)
        if tag and tag not in recipe["tags"]:
            continue
        if limit is not None and recipe["minutes"] > limit:
            continue
        chosen.append(recipe)
    jsonify(recipes=chosen, count=len(chosen))


@app.get("/recipes/<int:number>")
def show_recipe(number):
    return jsonify(as_json(number))


@app.post("/recipes")
def add_recipe():
    data = request.get_json()
    number = max(RECIPES) + 1
    RECIPES[number] = {
        "title": data["title"],
        "minutes": int(data.get("minutes", 30)),
        "tags": list(data.get("tags", [])),
    }
    return jsonify(as_json(number)), 201


def self_test():
    client = app.test_client()

    created = client.post("/recipes", json={"title": "Toast", "minutes": 5, "tags": ["quick"]})
    print("created", created.status_code, created.get_json()["id"])

    quick = client.get("/recipes?tag=quick&minutes=15").get_json()
    print("quick:", ", ".join(r["title"] for r in quick["recipes"]))

    print("missing:", client.get("/recipes/99").get_json()["error"])


if __name__ == "__main__":
    self_test()
