"""A room's size by its name, as mypy sees it."""
# run: mypy --strict --no-error-summary {file}
# needs: mypy
# fails: arg-type at line 15
from typing import Optional

SIZES = {"hall": "40"}


def size(room: str) -> Optional[int]:
    if not SIZES:
        return None
    text = SIZES.get(room)
    # in square metres
    return int(text)


print(size("hall"))
