"""Options stand before names."""
# needs: python>=3.11
# fails: SyntaxError at line 7
# prints: ('tea',) {'size': 2}


def order(**options, *names):  # all of them
    print(names, options)


order("tea", size=2)
