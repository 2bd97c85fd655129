from flatten import flatten, lookup, unflatten

MENU = {
    "soup": {"tomato": 4.5, "lentil": 4.0},
    "main": {"fish": {"trout": 13.0, "plaice": 14.5}, "risotto": 11.0},
    "coffee": 2.2,
}


def export(menu):
    lines = []
    for dish, price in flatten(menu).items():
        lines.append("%s = %.2f" % (dish, price))
    return lines


if __name__ == "__main__":
    for line in export(MENU):
        print(line)
    print("fish:", sorted(lookup(MENU, "main.fish", {})))
    print("cake:", lookup(MENU, "cake.cheese", "none today"))
    assert unflatten(flatten(MENU)) == MENU
    print("round trip is fine")
