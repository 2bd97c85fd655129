"""Decorator that allows a function only so many calls.

Used by the import jobs so that a slip in a loop does not eat the whole quota
of the geocoding service.
"""
from functools import wraps


class QuotaExceeded(RuntimeError):
    """The function has used up its calls."""


def limited(most, *, on_last=None):
    """Allow `most` calls; `on_last` is told the name when the last one is made."""

    def decorate(function):
        calls = 0

        @wraps(function)
        def wrapper(*args, **kwargs):
            if calls >= most:
                raise QuotaExceeded(f"{function.__name__} was called {calls} times")
            calls += 1
            if calls == most and on_last is not None:
                on_last(function.__name__)
            return function(*args, **kwargs)

        def reset():
            nonlocal calls
            calls = 0

        wrapper.reset = reset
        return wrapper

    return decorate


def warn(name):
    print(f"(that was the last call of {name})")


@limited(3, on_last=warn)
def lookup(number):
    """Stands for the request to the service."""
    return number * number


def main():
    for n in range(1, 6):
        try:
            print("lookup", n, "->", lookup(n))
        except QuotaExceeded as reason:
            print("refused:", reason)
            break
    lookup.reset()
    print("after reset ->", lookup(4))


if __name__ == "__main__":
    main()
