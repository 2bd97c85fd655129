"""A module's name is no function's."""
# fails: SyntaxError at line 8
# prints: 1
turns = 0


def turn() -> None:
    nonlocal turns
    turns += 1


turn()
print(turns)
