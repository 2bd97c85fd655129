"""Options that nobody can change after the start."""
from collections import Mapping


class FrozenOptions(Mapping):
    """A read-only mapping with attribute access."""

    def __init__(self, **values):
        object.__setattr__(self, "_values", dict(values))

    def __getitem__(self, key):
        return self._values[key]

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def __getattr__(self, name):
        try:
            return self._values[name]
        except KeyError:
            raise AttributeError(name) from None

    def __setattr__(self, name, value):
        raise AttributeError("read only: " + name)


def show(options):
    for key, value in sorted(options.items()):
        print(key, "=", value)


if __name__ == "__main__":
    options = FrozenOptions(depth=3, name="spider", polite=True)
    show(options)
    try:
        options.depth = 4
    except AttributeError as error:
        print(error)
    print(len(options), "options,", "polite" in options)
