"""Fetch a page from an unreliable source, with retries."""
import functools
import time


def retry(times=3, wait=0.0, on=(OSError,)):
    """Call the function again when it fails with one of *on*."""

    def decorate(func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    result = func(*args, **kwargs)
                except on as error:
                    print(f"attempt {attempt} failed: {error}")
                    if attempt == times:
                        raise
                    time.sleep(wait)
                else:
                    print(f"attempt {attempt} ok")
                    return result

    return decorate


class Source:
    """Fails twice, then answers."""

    def __init__(self, text, failures=2):
        self.text = text
        self.failures = failures

    def get(self):
        if self.failures:
            self.failures -= 1
            raise ConnectionError("connection lost")
        return self.text


@retry(times=4, wait=0.01)
def fetch(source):
    return source.get()


def main():
    page = fetch(Source("the quick brown fox jumps"))
    print("page has", len(page.split()), "words")


if __name__ == "__main__":
    main()
