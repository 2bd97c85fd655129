"""Titles as they stand on the cover."""
# run: mypy --no-error-summary {file}
# needs: mypy
# fails: attr-defined at line 9
from typing import List


def covers(titles: List[str]) -> List[str]:
    return [title.captialize() for title in titles]  # only the first letter


print(covers(["the little prince"]))
