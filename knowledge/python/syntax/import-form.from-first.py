"""The module comes first where a name is taken out of it."""
# needs: python>=3.12
# fails: SyntaxError at line 6
# prints: b

import path from os  # of the system

print(path.basename("a/b"))
