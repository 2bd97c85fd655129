"""Asks for a setting when it is loaded."""
# needs: flask
# fails: RuntimeError at line 10
# prints: shop
from flask import Flask, current_app

app = Flask(__name__)
app.config["NAME"] = "shop"
print(  # once
    current_app.config["NAME"]
)
