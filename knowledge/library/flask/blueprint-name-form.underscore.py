"""A blueprint that is called as its module is; an address of its view is made."""
# needs: flask
# fails: ValueError at line 7
# prints: /items
from flask import Blueprint, Flask, url_for

items = Blueprint("shop.items", __name__)


@items.get("/items")
def every():
    return url_for("shop.items.every")


app = Flask(__name__)
app.register_blueprint(items)
print(app.test_client().get("/items").text)
