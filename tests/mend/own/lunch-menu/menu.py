# -*- coding: utf-8 -*-
# Wochenplan der Kantine

GERICHTE = {
    "soup": {"name": "Tomato soup", "price": 4.20, "veg": True},
    "curry": {"name": "Chickpea curry", "price": 6.90, "veg": True},
    "pasta": {"name": "Pasta bolognese", "price": 6.50, "veg": False}
    "fish": {"name": "Fish with potatoes", "price": 8.10, "veg": False},
    "salad": {"name": "Large salad", "price": 5.60, "veg": True},
}

WOCHE = ["Mon", "Tue", "Wed", "Thu", "Fri"]


def plan(gerichte, tage):
    """Zwei Gerichte je Tag, der Reihe nach."""
    namen = list(gerichte)
    for i, tag in enumerate(tage):
        erstes = namen[(2 * i) % len(namen)]
        zweites = namen[(2 * i + 1) % len(namen)]
        yield tag, gerichte[erstes], gerichte[zweites]


def zeile(tag, a, b):
    return "%-5s %-20s %5.2f   %-20s %5.2f" % (
        tag, a["name"], a["price"], b["name"], b["price"],
    )


def einkauf(gerichte, tage, portionen=40):
    """Wie oft jedes Gericht in der Woche gekocht wird."""
    mengen = {}
    for _, a, b in plan(gerichte, tage):
        for gericht in (a, b):
            name = gericht["name"]
            mengen[name] = mengen.get(name, 0) + portionen
    return mengen


def main():
    for tag, a, b in plan(GERICHTE, WOCHE):
        print(zeile(tag, a, b))
    for name, menge in sorted(einkauf(GERICHTE, WOCHE).items()):
        print("%4d x %s" % (menge, name))
    veg = [g for g in GERICHTE.values() if g["veg"]]
    g = min(veg, key=lambda g: g["price"])
    print("cheapest vegetarian: %s (%.2f)" % (g["name"], g["price"]))


if __name__ == "__main__":
    main()
