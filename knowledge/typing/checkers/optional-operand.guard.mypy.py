"""A later day, as mypy sees it."""
# run: mypy --strict --no-error-summary {file}
# needs: mypy
# fails: operator at line 11
from typing import Optional

DAYS = {"ada": 12}

def later(name: str, by: int) -> Optional[int]:
    day = DAYS.get(name)
    return by + day  # in the same month


print(later("ada", 2))
