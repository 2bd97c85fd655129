"""The year that a file's name begins with."""
# run: pyright {file}
# needs: pyright
# fails: reportOptionalSubscript at line 11
import re
from typing import Optional


def year(name: str) -> Optional[str]:
    found = re.match(r"(\d{4})-", name)
    return found[1]  # without the hyphen


print(year("2026-report.csv"))
