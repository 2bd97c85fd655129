"""Fares of the island ferry."""

FARES = {
    "Holm": {
        "adult": 18.0,
        "child": 9.0
        "bike": 4.5,
        "car": 39.0,
    },
    "Skerry": {
        "adult": 15.0,
        "child": 7.5,
        "bike": 6.0,
        "car": 31.0,
    },
}

GROUPS = {
    "family": ["adult", "adult", "child", "child", "bike"],
    "cyclist": ["adult", "bike"],
    "driver": ["adult", "car"],
}


def fare(place, group):
    prices = FARES[place]
    return sum(prices[kind] for kind in GROUPS[group])


def cheapest(place):
    return min(GROUPS, key=lambda group: fare(place, group))


def main():
    for place in FARES:
        for group in GROUPS:
            print("%s to %s: %.2f" % (group, place, fare(place, group)))
        print("cheapest to %s: %s" % (place, cheapest(place)))


main()
