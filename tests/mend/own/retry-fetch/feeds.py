"""Reads a flaky source with retries and keeps statistics of the calls."""
import functools
import logging
import time

logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")
log = logging.getLogger("feeds")

CALLS = {}


def counted(func):
    """Count how often a function is called."""
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        CALLS[func.__name__] = CALLS.get(func.__name__, 0) + 1
        return func(*args, **kwargs)
    return wrapper


def retry(times=3, delay=0.0, on=(OSError,)):
    """Try again when one of the errors in `on` is raised.

    @retry(times=5, delay=0.1)
    def load(): ...
    """
    def decorate(func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    return func(*args, **kwargs)
                except on as error:
                    if attempt == times:
                        log.info("giving up on %s", func.__name__)
                        raise
                    log.info("%s: attempt %d failed (%s)", func.__name__, attempt, error)
                    time.sleep(delay)
    return decorate


class FlakySource:
    """Stands for the network: fails as often as it is told to."""

    def __init__(self, answers, failures):
        self.answers = answers
        self.failures = dict(failures)

    def get(self, name):
        if self.failures.get(name, 0) > 0:
            self.failures[name] -= 1
            raise ConnectionError("connection reset")
        return self.answers[name]


@retry(times=3, delay=0.01)
@counted
def fetch(source, name):
    return source.get(name)


@counted
def headlines(text):
    return [line[2:] for line in text.splitlines() if line.startswith("# ")]


def main():
    source = FlakySource(
        answers={
            "weather": "# Rain until noon\nThen sun.\n# Wind from the west\n",
            "traffic": "# Bridge closed\nUse the ferry.\n",
        },
        failures={"weather": 2},
    )
    found = []
    for name in ("weather", "traffic"):
        found.extend(headlines(fetch(source, name)))
    for number, line in enumerate(found, 1):
        print(f"{number}. {line}")
    print("calls:", ", ".join(f"{k}={v}" for k, v in sorted(CALLS.items())))


if __name__ == "__main__":
    main()
