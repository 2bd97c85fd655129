"""A value, or a word for what went wrong."""
# run: ruff check --isolated --select E722 {file}
# needs: ruff
# fails: E722 at line 10


def ratio(a, b):
    try:
        return a / b
    except:  # whatever it was
        return "none"


print(ratio(1, 0))
