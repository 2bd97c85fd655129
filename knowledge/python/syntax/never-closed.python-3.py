"""A comparison of Python 2 over two lines."""
# fails: SyntaxError at line 6
# prints: yes
one, other = 2, 1
print(
    "yes" if one <> other else "no"
)
