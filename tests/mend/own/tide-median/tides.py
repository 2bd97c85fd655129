# Hausaufgabe 7: Auswertung der Wasserstände
heights = {
    "Mon": [3.1, 0.9, 3.4],
    "Tue": [3.3, 1.0, 3.6],
    "Wed": [4.2, 0.7, 3.2, 1.1],
}


def all_values(table):
    # alle Werte in eine Liste
    values = []
    for day in table:
        values.extend(table[day])
    return values


def median(values):
    ordered = values.sort()
    n = len(ordered)
    middle = n // 2
    if n % 2 == 1:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


def spread(values):
    # Abstand vom kleinsten zum größten Wert
    return max(values) - min(values)


def day_of(value, table):
    # an welchem Tag wurde der Wert gemessen?
    for day, measured in table.items():
        if value in measured:
            return day
    return "?"


def mean(values):
    return sum(values) / len(values)


values = all_values(heights)
print("values", len(values))
print("mean %.2f" % mean(values))
print("median %.2f" % median(values))
print("highest %.2f" % max(values))
print("on", day_of(max(values), heights))
print("spread %.2f" % spread(values))
