"""The import of __future__ came after another."""
# fails: SyntaxError at line 6
# prints: later
import os

from __future__ import annotations  # for Later


def name(one: Later) -> str:
    return one.text + os.curdir[1:]


class Later:
    text = "later"


print(name(Later()))
