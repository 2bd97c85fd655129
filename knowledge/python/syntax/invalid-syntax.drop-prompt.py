"""Lines pasted out of the interpreter."""
# fails: SyntaxError at line 5
# prints: 0
# prints: 1
>>> for n in range(2):
...     print(n)
