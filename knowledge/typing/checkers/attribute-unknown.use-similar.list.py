"""The guests in the order they came, as pyright sees the list."""
# run: pyright {file}
# needs: pyright
# fails: reportAttributeAccessIssue at line 9


def enter(guests: list[str], name: str) -> None:
    # the newest stands last
    guests.apend(name)


names: list[str] = []
enter(names, "Ada")
print(names)
