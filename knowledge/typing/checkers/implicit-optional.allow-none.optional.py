"""Where the book stands; the file writes Optional."""
# run: pyright {file}
# needs: pyright
# fails: reportArgumentType at line 10
from typing import Optional

SHELVES: dict[str, Optional[int]] = {"Emma": 3}


def shelf(title: str, *, room: int = None) -> str:
    number = SHELVES.get(title)  # may be unknown
    return f"{title}: {number}, room {room}"


print(shelf("Emma"))
