"""The version numbers that stand in tags; other tags have none."""
# fails: AttributeError at line 10
# prints: ['12', None, '3']
import re
from typing import Optional


def version(tag: str) -> Optional[str]:
    found = re.match(r"v(\d+)", tag)
    return found.group(1)  # the digits alone


print([version(tag) for tag in ["v12", "nightly", "v3"]])
