"""Options before the rest."""
# needs: python<3.11
# fails: SyntaxError at line 7
# prints: 2 {'size': 3}


def order(**options, count):
    print(count, options)


order(count=2, size=3)
