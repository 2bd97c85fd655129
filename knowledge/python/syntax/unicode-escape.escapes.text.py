"""A path inside a longer text."""
# fails: SyntaxError at line 4
# prints: It lies in C:\Users\ada, see below.
print("It lies in C:\Users\ada, see below.")
