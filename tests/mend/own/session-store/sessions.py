"""In-memory session store for a small server; safe to use from several threads."""

import secrets
import threading
import time


class Session(object):
    __slots__ = ("user", "data", "last_used")

    def __init__(self, user, now):
        self.user = user
        self.data = {}
        self.last_used = now


class SessionStore(object):
    """Sessions by token. They end after `lifetime` seconds without use."""

    def __init__(self, lifetime=1800.0, clock=time.monotonic):
        self.lifetime = lifetime
        self._clock = clock
        self._sessions = {}
        self._lock = threading.RLock()

    def __len__(self):
        return len(self._sessions)

    def open(self, user):
        token = secrets.token_urlsafe(12)
        with self._lock:
            self._sessions[token] = Session(user, self._clock())
        return token

    def get(self, token):
        """The session, or None when it does not exist or has ended."""
        with self._lock:
            session = self._sessions.get(token)
            if session is None or self._expired(session):
                return None
            session.last_used = self._clock()
            return session

    def close(self, token):
        with self._lock:
            self._sessions.pop(token, None)

    def _expired(self, session):
        return self._clock() - session.last_used > self.lifetime

    def sweep(self):
        """Forget all sessions that have ended; returns how many."""
        removed = 0
        with self._lock:
            for token, session in self._sessions.items():
                if self._expired(session):
                    del self._sessions[token]
                    removed += 1
        return removed


class FakeClock(object):
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


def self_test():
    clock = FakeClock()
    store = SessionStore(lifetime=60, clock=clock)
    tokens = [store.open(user) for user in ("ada", "bob", "cyn", "dan")]

    clock.now = 50
    store.get(tokens[2]).data["cart"] = ["lamp"]
    store.close(tokens[3])
    late = store.open("eva")

    clock.now = 70
    print("removed:", store.sweep())
    print("left:", len(store))
    print("cart:", store.get(tokens[2]).data["cart"])
    print("eva still here:", store.get(late) is not None)
    print("ada gone:", store.get(tokens[0]) is None)


if __name__ == "__main__":
    self_test()
