"""The cells' keys are tuples; one is asked for by its text."""
# fails: KeyError at line 7
# prints: wall
grid = {(0, 0): "start", (0, 1): "wall", (1, 0): "open"}


def at(cells): return cells["(0, 1)"]  # the second one


print(at(grid))
