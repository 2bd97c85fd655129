"""A name was taken out, and its comma stayed."""
# fails: SyntaxError at line 5
# prints: b

from os import path,  # of the system

print(path.basename("a/b"))
