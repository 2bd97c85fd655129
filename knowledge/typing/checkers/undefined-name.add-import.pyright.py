"""Asks for today's date; the import is missing."""
# needs: pyright
# run: pyright {file}
# fails: reportUndefinedVariable at line 9


def stamp(text: str) -> str:
    # the date comes first
    today = datetime.date.today()
    return f"{today}: {text}"


print(stamp("begun"))
