"""The number was copied, with a mark of order."""
# fails: ValueError at line 4
# prints: 42
print(int("﻿42"))
