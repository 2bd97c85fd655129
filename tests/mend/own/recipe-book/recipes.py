import json
from collections import Counter
from pathlib import Path

BOOK = Path(__file__).with_name("recipes.json")


def scaled(recipe, persons):
    factor = persons / recipe["serves"]
    return {k: round(v * factor) for k, v in recipe["ingredients"].items()}


def shopping_list(book, persons):
    need = Counter()
    for recipe in book["recipes"]:
        need.update(scaled(recipe, persons))
    return need


if __name__ == "__main__":
    with BOOK.open(encoding="utf-8") as f:
        book = json.load(f)
    print(len(book["recipes"]), "recipes")
    for name, amount in shopping_list(book, 5).most_common():
        print(f"{amount:>6} g  {name}")
