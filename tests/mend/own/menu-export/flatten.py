"""Flatten nested settings to dotted keys and back."""
from collections import Mapping, OrderedDict


def flatten(tree, prefix=""):
    flat = OrderedDict()
    for key, value in tree.items():
        path = prefix + "." + key if prefix else key
        if isinstance(value, Mapping):
            flat.update(flatten(value, path))
        else:
            flat[path] = value
    return flat


def lookup(tree, path, default=None):
    """The value at a dotted path, or the default when a part is missing."""
    node = tree
    for name in path.split("."):
        if not isinstance(node, Mapping) or name not in node:
            return default
        node = node[name]
    return node


def unflatten(flat):
    tree = OrderedDict()
    for path, value in flat.items():
        *parents, last = path.split(".")
        node = tree
        for name in parents:
            node = node.setdefault(name, OrderedDict())
        node[last] = value
    return tree
