"""Counts seats."""
# fails: TypeError at line 7
# prints: 2 seats


def count(seats):
    return len(seats)


print(count(tuple["A1", "A2"]), "seats")
