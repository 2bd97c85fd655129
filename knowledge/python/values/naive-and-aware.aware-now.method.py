"""The time of now goes through two calls before it meets one with a zone."""
# fails: TypeError at line 12
# prints: True
from datetime import datetime, timedelta, timezone


class Job:
    def __init__(self, done):
        self.done = done

    def is_old(self, now):  # more than a day
        return now - self.done > timedelta(days=1)


def report(jobs, now):
    return [job.is_old(now) for job in jobs]


print(*report([Job(datetime(2024, 5, 1, tzinfo=timezone.utc))], now=datetime.now()))
