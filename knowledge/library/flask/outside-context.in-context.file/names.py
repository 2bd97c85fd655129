"""What the shop is called."""
from flask import current_app


def show() -> None:
    print(current_app.config["NAME"])
