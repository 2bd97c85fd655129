"""A connection is kept at the application's context."""
# needs: flask
# fails: ImportError at line 5
# prints: open
from flask import Flask, _app_ctx_stack

app = Flask(__name__)


def connection():
    top = _app_ctx_stack.top
    if not hasattr(top, "shop_connection"):
        top.shop_connection = "open"
    return top.shop_connection


with app.app_context():
    print(connection())
