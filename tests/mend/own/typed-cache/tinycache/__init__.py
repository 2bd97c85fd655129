"""A small typed cache.  Needs Python 3.12."""
from collections import OrderedDict
from collections.abc import Callable, Hashable

type Key = Hashable


class Cache[V]:
    """Keeps the last `size` values."""

    def __init__(self, size: int = 128) -> None:
        self._size = size
        self._values: OrderedDict[Key, V] = OrderedDict()
        self.hits = self.misses = 0

    def get(self, key: Key, make: Callable[[], V]) -> V:
        if key in self._values:
            self.hits += 1
            self._values.move_to_end(key)
            return self._values[key]
        self.misses += 1
        value = self._values[key] = make()
        if len(self._values) > self._size:
            self._values.popitem(last=False)
        return value


def cached[**P, R](func: Callable[P, R]) -> Callable[P, R]:
    cache = Cache[R]()

    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        return cache.get((args, tuple(kwargs.items())), lambda: func(*args, **kwargs))

    return wrapper
