from concurrent.futures import ThreadPoolExecutor

import pytest

from limiter import RateLimiter


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def limiter(clock):
    return RateLimiter(rate=2, burst=3, clock=clock)


def test_burst(limiter):
    assert [limiter.allow("a") for _ in range(5)] == [True, True, True, False, False]


def test_refill(limiter, clock):
    for _ in range(3):
        limiter.allow("a")
    clock.now += 0.5
    assert limiter.allow("a")
    assert not limiter.allow("a")


def test_wait_time(limiter, clock):
    assert limiter.wait_time("a") == 0
    for _ in range(3):
        limiter.allow("a")
    assert limiter.wait_time("a") == pytest.approx(0.5)
    clock.now += 0.25
    assert limiter.wait_time("a") == pytest.approx(0.25)


def test_threads(limiter):
    with ThreadPoolExecutor(8) as pool:
        allowed = list(pool.map(limiter.allow, ["a"] * 20 + ["b"] * 20))
    assert sum(allowed) == 6
