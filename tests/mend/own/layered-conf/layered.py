"""Configuration in layers: defaults, then the site file, then the machine's.

Taken over from the deployment scripts of 2015.
"""
import copy
from collections import Mapping, OrderedDict

DEFAULTS = OrderedDict([
    ("debug", False),
    ("database", {"host": "localhost", "port": 5432, "pool": {"size": 5}}),
    ("mail", {"sender": "noreply@example.org"}),
])

SITE = {"database": {"host": "db.example.org", "pool": {"size": 20}}}

MACHINE = {"debug": True, "database": {"port": 5433}}


def merge(base, extra):
    """A copy of `base` with the values of `extra` laid over it, at every depth."""
    result = copy.deepcopy(base)
    for key, value in extra.items():
        if isinstance(value, Mapping) and isinstance(result.get(key), Mapping):
            result[key] = merge(result[key], value)
        else:
            result[key] = copy.deepcopy(value)
    return result


def flatten(config, prefix=""):
    for key, value in config.items():
        name = prefix + key
        if isinstance(value, Mapping):
            for pair in flatten(value, name + "."):
                yield pair
        else:
            yield name, value


def main():
    config = DEFAULTS
    for layer in (SITE, MACHINE):
        config = merge(config, layer)
    for name, value in flatten(config):
        print("%s = %s" % (name, value))
    assert DEFAULTS["database"]["port"] == 5432


if __name__ == "__main__":
    main()
