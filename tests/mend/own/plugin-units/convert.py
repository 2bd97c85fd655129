"""convert.py VALUE FROM TO: a little converter of lengths and weights"""
import sys

_units = {}


def unit(name, kind, factor):
    _units[name] = (kind, factor)


def lookup(name):
    try:
        return _units[name]
    except KeyError:
        raise KeyError(f"unknown unit {name!r}; known are {', '.join(sorted(_units))}") from None


def convert(value, source, target):
    kind, factor = lookup(source)
    other, divisor = lookup(target)
    if kind != other:
        raise ValueError(f"cannot convert {kind} into {other}")
    return value * factor / divisor


unit("m", "length", 1.0)
unit("km", "length", 1000.0)
unit("mile", "length", 1609.344)
unit("inch", "length", 0.0254)
unit("kg", "weight", 1.0)
unit("lb", "weight", 0.45359237)

if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    value, source, target = sys.argv[1:]
    print(f"{value} {source} = {convert(float(value), source, target):g} {target}")
