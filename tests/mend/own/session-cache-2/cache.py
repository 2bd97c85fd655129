"""Sessions in memory, with a time to live."""
import logging
from typing import Any, Dict, NamedTuple, Optional

logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")
log = logging.getLogger("cache")


class Entry(NamedTuple):
    value: Any
    expires: float


class Clock:
    """A clock that the self-test can turn."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class SessionCache:
    def __init__(self, ttl: float, clock) -> None:
        self.ttl = ttl
        self.clock = clock
        self._entries: Dict[str, Entry] = {}

    def put(self, key: str, value: Any, ttl: Optional[float] = None) -> None:
        self._entries[key] = Entry(value, self.clock() + (ttl or self.ttl))

    def get(self, key: str, default: Any = None) -> Any:
        entry = self._entries.get(key)
        if entry is None or entry.expires <= self.clock():
            return default
        return entry.value

    def purge(self) -> int:
        """Drop everything that has expired; return how many."""
        dropped = 0
        now = self.clock()
        for key, entry in self._entries.items():
            if entry.expires <= now:
                log.info("session of %s has expired", key)
                del self._entries[key]
                dropped += 1
        return dropped

    def keys(self):
        return sorted(self._entries)


def self_test() -> None:
    clock = Clock()
    cache = SessionCache(ttl=30, clock=clock)
    cache.put("alice", {"theme": "dark"})
    cache.put("bob", {})
    cache.put("carol", {}, ttl=300)
    clock.now = 31
    assert cache.get("alice") is None
    print("purged", cache.purge())
    print("left:", cache.keys())


if __name__ == "__main__":
    self_test()
