"""Who wrote a line of the log."""
# run: mypy --no-error-summary {file}
# needs: mypy
# fails: union-attr at line 11
import re
from typing import Optional


def author(line: str) -> Optional[str]:
    # lines without a name are from the system
    return re.search(r"<(\w+)>", line).group(1)


print(author("12:04 <ada> done"))
