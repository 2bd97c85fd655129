"""A program that makes its application in a function."""
# needs: flask
# fails: RuntimeError at line 13
# prints: shop
from flask import Flask, current_app

def make(name):
    app = Flask(__name__)
    app.config["NAME"] = name
    return app

def show():
    print(current_app.config["NAME"])

def main():
    app = make("shop")
    show()  # once
    return app

main()
