"""Names of colours."""
NAMES = ["white", "red"]  # the usual ones


def name_of(code: str) -> str:
    return "red" if code == "#f00" else ""
