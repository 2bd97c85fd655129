"""Reads a number or says that it is none."""
# fails: SyntaxError at line 6
# prints: no number
try:
    print(int("two"))
execpt ValueError:
    print("no number")
