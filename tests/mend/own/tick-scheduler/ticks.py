import heapq
import itertools
import sched
import time

# A scheduler for repeating jobs on top of `sched`.
# every(seconds, times) is a decorator; run_all() blocks till everything is done.

_scheduler = sched.scheduler(time.monotonic, time.sleep)
_order = itertools.count(1)
journal = []


def note(text):
    journal.append((next(_order), text))


def every(seconds, times, priority=1):
    """Run the decorated function `times` times, `seconds` apart."""

    def decorate(function):
        fired = 0

        def tick():
            fired += 1
            note(f"{function.__name__} #{fired}")
            function(fired)
            if fired < times:
                _scheduler.enter(seconds, priority, tick)

        _scheduler.enter(seconds, priority, tick)
        return function

    return decorate


def run_all():
    _scheduler.run()
    return len(journal)


# ---- jobs -------------------------------------------------------------

backlog = [(3, "rotate"), (1, "page"), (2, "mail")]
heapq.heapify(backlog)
done = []


@every(0.05, times=3)
def work(number):
    priority, what = heapq.heappop(backlog)
    done.append(f"{number}:{what}")


@every(0.08, times=2, priority=2)
def heartbeat(number):
    print("alive", number, "backlog", len(backlog))


if __name__ == "__main__":
    n = run_all()
    print("ran", n, "jobs")
    print("done:", " ".join(done))
