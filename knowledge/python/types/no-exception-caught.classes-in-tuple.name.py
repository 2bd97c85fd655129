"""The classes that are caught have a name."""
# fails: TypeError at line 8
# prints: no number
WRONG = [ValueError, TypeError]

try:
    print(int("x"))
except WRONG:
    print("no number")
