"""The mapping that looks a key up in one layer after the other."""
import collections


class Frozen(Exception):
    """A layer that must not be changed was written to."""


class CaseInsensitive(collections.MutableMapping):
    """A dictionary whose keys ignore case but are shown as they were set."""

    def __init__(self, data=None, **kwargs):
        self._store = collections.OrderedDict()
        self.update(data or {}, **kwargs)

    def __setitem__(self, key, value):
        self._store[key.lower()] = (key, value)

    def __getitem__(self, key):
        return self._store[key.lower()][1]

    def __delitem__(self, key):
        del self._store[key.lower()]

    def __iter__(self):
        return (shown for shown, _ in self._store.values())

    def __len__(self):
        return len(self._store)

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, dict(self.items()))


class Layers(object):

    def __init__(self, **defaults):
        self._layers = [("defaults", CaseInsensitive(defaults))]
        self._frozen = False

    def add(self, name, data):
        if self._frozen:
            raise Frozen(name)
        self._layers.append((name, CaseInsensitive(data)))
        return self

    def freeze(self):
        self._frozen = True

    def find(self, key):
        """(value, name of the layer it comes from); the last layer wins."""
        for name, layer in reversed(self._layers):
            if key in layer:
                return layer[key], name
        raise KeyError(key)

    def keys(self):
        seen = []
        for _, layer in self._layers:
            seen.extend(key for key in layer if key.lower() not in seen)
        return sorted(set(key.lower() for key in seen))
