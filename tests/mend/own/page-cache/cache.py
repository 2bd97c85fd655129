"""A cache of rendered pages with a time to live."""
import time
from typing import Callable, Dict, NamedTuple, Optional


class Entry(NamedTuple):
    body: str
    expires: float


class PageCache:
    def __init__(self, ttl: float = 60.0, clock: Callable[[], float] = time.monotonic):
        self.ttl = ttl
        self.clock = clock
        self.hits = 0
        self.misses = 0
        self._entries: Dict[str, Entry] = {}

    def put(self, url: str, body: str, ttl: Optional[float] = None) -> None:
        self._entries[url] = Entry(body, self.clock() + (ttl or self.ttl))

    def get(self, url: str) -> Optional[str]:
        entry = self._entries.get(url)
        if entry is None or entry.expires <= self.clock():
            self.misses += 1
            return None
        self.hits += 1
        return entry.body

    def prune(self) -> int:
        """Throw out what has expired; the number of entries thrown out."""
        now = self.clock()
        count = 0
        for url, entry in self._entries.items():
            if entry.expires <= now:
                del self._entries[url]
                count += 1
        return count

    def urls(self):
        return sorted(self._entries)


def main():
    now = [0.0]
    cache = PageCache(ttl=10, clock=lambda: now[0])
    cache.put("/", "<h1>Home</h1>")
    cache.put("/search", "<h1>Search</h1>", ttl=2)
    cache.put("/about", "<h1>About</h1>", ttl=300)
    now[0] = 8.0
    cache.put("/news", "<h1>News</h1>")
    now[0] = 12.0
    print("home:", cache.get("/"), "news:", cache.get("/news"))
    print("pruned", cache.prune())
    print("left:", cache.urls())
    print("hits", cache.hits, "misses", cache.misses)


if __name__ == "__main__":
    main()
