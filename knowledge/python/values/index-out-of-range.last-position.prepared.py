"""How the level of a pond went, from one reading to the next."""
# fails: IndexError at line 12
# prints: ['Mon fell', 'Tue rose']
LEVELS = [("Mon", 1.5), ("Tue", 1.2), ("Wed", 1.4)]


def ways(levels):
    found = []
    for i in range(len(levels)):  # each with the next one
        day, level = levels[i]
        word = "fell"
        if levels[i + 1][1] > level:
            word = "rose"
        found.append(f"{day} {word}")
    return found


print(ways(LEVELS))
