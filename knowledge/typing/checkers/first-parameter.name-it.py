"""A lamp that is asked whether it is on."""
# run: mypy --no-error-summary {file}
# needs: mypy
# fails: misc at line 11


class Lamp:
    def __init__(self) -> None:
        self.on = False

    def state() -> str:  # a word for people
        return "a lamp"


print(Lamp().on)
