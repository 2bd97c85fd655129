"""A very small crossing: one light, some cars, one second at a time."""

from collections import deque

DURATION = {"green": 30, "yellow": 4, "red": 20}
AFTER = {"green": "yellow", "yellow": "red", "red": "green"}


class Light:
    def __init__(self, colour="green"):
        self.colour = colour
        self.since = 0

    def tick(self, now):
        """Advance to `now`; True when the colour has just changed."""
        if now - self.since >= DURATION[self.colour]:
            self.colour = AFTER[self.colour]
            self.since = now
            return True
        return False

    def lets_pass(self, emergency=False):
        if self.colour = "green" or emergency:
            return True
        return self.colour == "yellow" and not emergency


class Crossing:
    def __init__(self, arrivals):
        self.light = Light()
        self.arrivals = set(arrivals)
        self.queue = deque()
        self.waited = 0

    def step(self, now):
        if self.light.tick(now):
            print(f"t={now:3} {self.light.colour}")
        if now in self.arrivals:
            self.queue.append(now)
        if self.queue and self.light.lets_pass():
            came = self.queue.popleft()
            self.waited += now - came

    def run(self, seconds):
        for now in range(seconds):
            self.step(now)
        return self.waited


if __name__ == "__main__":
    crossing = Crossing([3, 12, 31, 45, 70])
    print("waited in all:", crossing.run(90))
