from tables import ALL


class UnknownUnit(ValueError):
    pass


def kind_of(unit):
    for kind, table in ALL.items():
        if unit in table:
            return kind
    raise UnknownUnit(f"no such unit: {unit}")


def names(kind):
    """The units of a kind, the smallest first."""
    table = ALL[kind]
    return sorted(table, key=table.get)


def convert(amount, source, target):
    """Convert `amount` from the unit `source` to the unit `target`."""
    kind = kind_of(source)
    if kind_of(target) != kind:
        raise UnknownUnit(f"{source} and {target} do not measure the same thing")
    table = ALL[kind]
    return amount * table[source] / table[target]


def readable(amount, unit):
    """Choose the unit of the same system in which the number is pleasant to read."""
    kind = kind_of(unit)
    best = unit, amount
    for other in names(kind):
        value = convert(amount, unit, other)
        if 1 <= value < 1000:
            best = other, value
    return "%.3g %s" % (best[1], best[0])
