"""Count the visits of each page in Redis."""
import os

import redis

HOST = os.environ.get("REDIS_HOST", "127.0.0.1")


class VisitCounter:
    def __init__(self, host=HOST, port=6390):
        self.db = redis.Redis(host=host, port=port, socket_connect_timeout=1, decode_responses=True)

    def visit(self, page):
        return self.db.hincrby("visits", page, 1)

    def top(self, n=3):
        visits = {page: int(count) for page, count in self.db.hgetall("visits").items()}
        return sorted(visits, key=visits.get, reverse=True)[:n]


def main():
    counter = VisitCounter()
    for page in ("/", "/about", "/"):
        print(page, counter.visit(page))
    print("top:", counter.top())


if __name__ == "__main__":
    main()
