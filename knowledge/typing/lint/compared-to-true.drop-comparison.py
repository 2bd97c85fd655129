"""A door that is open, and one that is not."""
# run: ruff check --isolated --select E712 {file}
# needs: ruff
# fails: E712 at line 8


def say(name: str, is_open: bool) -> str:
    if name and is_open == False:  # someone is told
        return f"{name} is closed"
    return name


print(say("door", False))
