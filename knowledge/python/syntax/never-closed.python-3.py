"""A comparison of Python 2 over two lines."""
# fails: SyntaxError at line 6
# prints: True
one, other = 2, 1
print(
    one <> other
)
