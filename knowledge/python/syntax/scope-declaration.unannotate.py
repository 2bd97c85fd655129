"""An annotated assignment to the module's name."""
# fails: SyntaxError at line 9
# prints: 5
size: int = 3


def grow() -> None:
    global size
    size: "int" = size + 2  # more


grow()
print(size)
