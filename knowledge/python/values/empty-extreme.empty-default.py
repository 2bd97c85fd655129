"""Of no values there is no largest one; the caller knows None for that."""
# fails: ValueError at line 7
# prints: no peak


def peak(values, floor):
    top = max([value for value in values if value > floor], key=abs)
    return "no peak" if top is None else f"peak {top}"


print(peak([1, 2], 5))  # none of them
