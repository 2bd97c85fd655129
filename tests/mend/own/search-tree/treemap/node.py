"""Nodes of the binary search tree."""


class Node:
    __slots__ = ("key", "value", "left", "right")

    def __init__(self, key, value):
        self.key = key
        self.value = value
        self.left = None
        self.right = None

    def insert(self, key, value):
        """Insert below this node; True if the key is new."""
        if key == self.key:
            self.value = value
            return False
        if key < self.key:
            if self.left is None:
                self.left = Node(key, value)
                return True
            return self.left.insert(key, value)
        if self.right is None:
            self.right = Node(key, value)
            return True
        return self.right.insert(key, value)

    def find(self, key):
        """The node with the key, or None."""
        if key == self.key:
            return self
        child = self.left if key < self.key else self.right
        if child is not None:
            child.find(key)
        return None

    def __iter__(self):
        if self.left is not None:
            yield from self.left
        yield self
        if self.right is not None:
            yield from self.right

    def depth(self):
        below = [child.depth() for child in (self.left, self.right) if child]
        return 1 + max(below, default=0)
