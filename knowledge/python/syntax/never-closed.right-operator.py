"""A condition over two lines."""
# fails: SyntaxError at line 6
# prints: yes
one, other = 2, 1
if (one > other
        and other < = 1):
    print("yes")
