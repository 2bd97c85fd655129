"""The function that asks stands in another file."""
# needs: flask
# fails: RuntimeError at line 6
# prints: shop
from flask import Flask
from names import show

app = Flask(__name__)
app.config["NAME"] = "shop"

if __name__ == "__main__":
    show()  # once
