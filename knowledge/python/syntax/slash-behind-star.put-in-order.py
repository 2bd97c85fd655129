"""The slash stands behind the star."""
# needs: python>=3.11
# fails: SyntaxError at line 7
# prints: tea ('milk',)


def order(name, *more, /):
    print(name, more)


order("tea", "milk")
