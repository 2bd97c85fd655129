"""Names sorted by their parts."""
# fails: TypeError at line 10
# prints: ['Mia Abel', 'Anton Boe']


def parts(name="?"):
    return name.split()[::-1]


print(sorted(["Anton Boe", "Mia Abel"], key=parts()))
