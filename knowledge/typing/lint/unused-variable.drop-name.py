"""A number, or none where the text holds none."""
# run: ruff check --isolated --select F841 {file}
# needs: ruff
# fails: F841 at line 10


def number(text: str) -> int | None:
    try:
        return int(text)
    except (ValueError, TypeError) as problem:  # not a number
        return None


print(number("x"))
