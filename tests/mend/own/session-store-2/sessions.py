"""In-memory session store for the intranet page, with a small self-test."""
import logging
import threading
import time
from typing import Any, Callable, Dict, Optional

log = logging.getLogger("sessions")


class Session:
    __slots__ = ("user", "data", "last_seen")

    def __init__(self, user: str, now: float) -> None:
        self.user = user
        self.data: Dict[str, Any] = {}
        self.last_seen = now


class SessionStore:
    """Keeps sessions by token and forgets those that were idle for too long."""

    def __init__(self, max_idle: float = 900.0, clock: Callable[[], float] = time.monotonic):
        self.max_idle = max_idle
        self._clock = clock
        self._sessions: Dict[str, Session] = {}
        self._lock = threading.RLock()

    def __len__(self) -> int:
        return len(self._sessions)

    def start(self, token: str, user: str) -> Session:
        with self._lock:
            session = self._sessions[token] = Session(user, self._clock())
            return session

    def get(self, token: str) -> Optional[Session]:
        with self._lock:
            session = self._sessions.get(token)
            if session is not None:
                session.last_seen = self._clock()
            return session

    def end(self, token: str) -> None:
        with self._lock:
            self._sessions.pop(token, None)

    def purge(self) -> int:
        """Drop idle sessions; returns how many went."""
        dropped = 0
        with self._lock:
            deadline = self._clock() - self.max_idle
            for token, session in self._sessions.items():
                if session.last_seen < deadline:
                    log.info("session of %s expired", session.user)
                    del self._sessions[token]
                    dropped += 1
        return dropped

    def tokens(self):
        with self._lock:
            return sorted(self._sessions)


class FakeClock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def self_test() -> None:
    clock = FakeClock()
    store = SessionStore(max_idle=60, clock=clock)
    store.start("a1", "kim")
    store.start("b2", "robin")
    store.start("c3", "sasha").data["basket"] = ["soap"]

    clock.now += 45
    assert store.get("c3").user == "sasha"
    assert store.purge() == 0

    clock.now += 30
    print("expired:", store.purge())
    print("still here:", store.tokens())
    assert store.get("c3").data == {"basket": ["soap"]}
    assert store.get("a1") is None
    store.end("c3")
    assert len(store) == 0
    print("self-test passed")


if __name__ == "__main__":
    logging.basicConfig(level=logging.WARNING)
    self_test()
