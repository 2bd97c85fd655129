"""An await at the module's level."""
# fails: SyntaxError at line 11
# prints: 42

import sys


async def answer() -> int:
    return 42

value = await answer()  # once
print(value, file=sys.stdout)
