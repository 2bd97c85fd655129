# Mautrechner fuer die Bruecke

KM = 3.4

vehicles = [
    ("car", 2),
    ("truck", 4),
    ("motorbike", 2),
    ("trailer", 3),
    ("car", 2),
]


def toll(kind, axles, night=False):
    if kind == "car":
        fee = 2.50
    elif kind == "motorbike":
        fee = 1.20
    elif kind == "truck":
        fee = 4.00 + 1.10 * axles
    if night:
        fee = fee * 0.5
    return round(fee + 0.05 * KM, 2)


def day_total(list_of_vehicles):
    total = 0
    for kind, axles in list_of_vehicles:
        t = toll(kind, axles)
        print(kind, axles, t)
        total = total + t
    return total


print("Sum of the day:", day_total(vehicles))
