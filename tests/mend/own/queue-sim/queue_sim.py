"""Simulate the counter of a post office.

Customers come at random, each takes a random time, `counters` are open.
"""
import heapq
import random


class Customer:
    def __init__(self, number, arrives, needs):
        self.number = number
        self.arrives = arrives
        self.needs = needs
        self.starts = None

    @property
    def wait(self):
        return self.starts - self.arrives

    def __repr__(self):
        return f"<Customer {self.number} at {self.arrives:.1f}>"


def arrivals(count, rng):
    now = 0.0
    people = []
    for number in range(1, count + 1):
        now += rng.expovariate(1 / 2.0)
        people.append(Customer(number, now, rng.uniform(1.0, 6.0)))
    return people


def serve(people, counters):
    """Give each customer a start time; return the length of the longest queue."""
    free_at = [0.0] * counters
    heapq.heapify(free_at)
    waiting = []
    longest = 0
    for person in people:
        while waiting and waiting[0] <= person.arrives:
        heapq.heappop(waiting)
        start = max(person.arrives, heapq.heappop(free_at))
        person.starts = start
        heapq.heappush(free_at, start + person.needs)
        if start > person.arrives:
            heapq.heappush(waiting, start)
        longest = max(longest, len(waiting))
    return longest


def main():
    for counters in (1, 2, 3):
        people = arrivals(40, random.Random(7))
        longest = serve(people, counters)
        mean = sum(p.wait for p in people) / len(people)
        print(f"{counters} open: mean wait {mean:5.1f}, longest queue: {longest}")
    print("customers served:", len(people))


if __name__ == "__main__":
    main()
