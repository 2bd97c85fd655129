"""A sorted mapping on top of a binary search tree (unbalanced)."""
from .node import Node


class TreeMap:
    def __init__(self, pairs=()):
        self._root = None
        self._size = 0
        for key, value in pairs:
            self[key] = value

    def __setitem__(self, key, value):
        if self._root is None:
            self._root = Node(key, value)
            self._size = 1
        elif self._root.insert(key, value):
            self._size += 1

    def __getitem__(self, key):
        node = self._root.find(key) if self._root else None
        if node is None:
            raise KeyError(key)
        return node.value

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __len__(self):
        return self._size

    def __iter__(self):
        return (node.key for node in self._root or ())

    @property
    def depth(self):
        return self._root.depth() if self._root else 0
