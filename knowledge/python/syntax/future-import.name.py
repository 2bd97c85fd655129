"""A feature's name is misspelt."""
# fails: SyntaxError at line 4
# prints: ok
from __future__ import anotations, division  # anotations
print("ok")
