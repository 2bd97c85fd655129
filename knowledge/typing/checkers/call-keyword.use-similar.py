"""A table is printed with another sign between its columns."""
# run: pyright {file}
# needs: pyright
# fails: reportCallIssue at line 13


def row(cells: list[str], *, separator: str = "|") -> str:
    return separator.join(cells)


print(
    row(["a", "b"],
        seperator=";")  # as the shop wants it
)
