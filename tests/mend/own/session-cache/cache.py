"""Sessions with a time to live, swept by hand or by a background thread."""
import threading
import time
from dataclasses import dataclass, field
from typing import Any, Callable, Dict, Optional


@dataclass
class Session:
    user: str
    expires: float
    data: Dict[str, Any] = field(default_factory=dict)


class SessionCache:
    def __init__(self, ttl: float, clock: Callable[[], float] = time.monotonic):
        self.ttl = ttl
        self._clock = clock
        self._sessions: Dict[str, Session] = {}
        self._lock = threading.RLock()
        self.swept = 0

    def open(self, key: str, user: str) -> Session:
        with self._lock:
            session = Session(user, self._clock() + self.ttl)
            self._sessions[key] = session
            return session

    def get(self, key: str) -> Optional[Session]:
        """The live session of that key, its life prolonged; None without one."""
        with self._lock:
            session = self._sessions.get(key)
            if session is None or session.expires <= self._clock():
                return None
            session.expires = self._clock() + self.ttl
            return session

    def sweep(self) -> int:
        """Throw out what has expired; return how many went."""
        now = self._clock()
        gone = 0
        with self._lock:
            for key, session in self._sessions.items():
                if session.expires <= now:
                    del self._sessions[key]
                    gone += 1
        self.swept += gone
        return gone

    def __len__(self) -> int:
        return len(self._sessions)


class FakeClock:
    def __init__(self):
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def self_test() -> None:
    clock = FakeClock()
    cache = SessionCache(ttl=30, clock=clock)
    for number, user in enumerate(["ana", "bo", "cy", "di"]):
        cache.open(f"k{number}", user)
        clock.now += 10
    assert cache.get("k2").user == "cy"
    assert cache.get("k0") is None
    print("before sweep:", len(cache))
    print("swept:", cache.sweep())
    print("after sweep:", len(cache))
    clock.now += 100
    cache.sweep()
    print("in all:", cache.swept, "left:", len(cache))


if __name__ == "__main__":
    self_test()
