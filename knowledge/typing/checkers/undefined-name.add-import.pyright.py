"""Works out the length of a ladder; the import is missing."""
# needs: pyright
# run: pyright {file}
# fails: reportUndefinedVariable at line 9


def ladder(height: float, distance: float) -> float:
    # Pythagoras
    return math.sqrt(height**2 + distance**2)


print(ladder(3, 4))
