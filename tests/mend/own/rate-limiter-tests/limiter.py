"""Token bucket, one per client, safe to use from several threads."""
from __future__ import annotations

import threading
import time
from typing import Callable


class Bucket:
    __slots__ = ("tokens", "stamp")

    def __init__(self, tokens: float, stamp: float) -> None:
        self.tokens = tokens
        self.stamp = stamp


class RateLimiter:
    """At most `burst` calls at once and `rate` calls per second after that."""

    def __init__(
        self,
        rate: float,
        burst: int,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.rate = rate
        self.burst = burst
        self._clock = clock
        self._lock = threading.Lock()
        self._buckets: dict[str, Bucket] = {}

    def _refill(self, bucket: Bucket) -> None:
        now = self._clock()
        bucket.tokens = min(
            self.burst,
            bucket.tokens + (now - bucket.stamp) * self.rate,
        )
        bucket.stamp = now

    def allow(self, client: str) -> bool:
        with self._lock:
            bucket = self._buckets.get(client)
            if bucket is None:
                bucket = Bucket(self.burst, self._clock())
                self._buckets[client] = bucket
            self._refill(bucket)
            if bucket.tokens < 1:
                return False
            bucket.tokens -= 1
            return True

    def wait_time(self, client: str) -> float:
        """Seconds until the client may call again."""
        with self._lock:
            bucket = _buckets.get(client)
            if bucket is None:
                return 0.0
            self._refill(bucket)
            return max(0.0, (1 - bucket.tokens) / self.rate)

    def forget(self, client: str) -> None:
        with self._lock:
            self._buckets.pop(client, None)
