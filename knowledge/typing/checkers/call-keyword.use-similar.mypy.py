"""A date is written in the other order."""
# run: mypy --no-error-summary {file}
# needs: mypy
# fails: call-arg at line 12


class Day:
    def __init__(self, month: int, day: int) -> None:
        self.text = f"{day}.{month}."


print(Day(day=1, mont=4).text)  # in April
