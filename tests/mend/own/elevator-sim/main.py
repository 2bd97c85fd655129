"""Simulation of one lift in a house with a few storeys."""


class Passenger:
    def __init__(self, name, start, goal):
        self.name = name
        self.start = start
        self.goal = goal


class Lift:
    """Moves one storey per tick, first up to the top call, then down."""

    def __int__(self, storeys, speed=1):
        self.storeys = storeys
        self.speed = speed
        self.floor = 0
        self.direction = 1
        self.inside = []

    def step(self, waiting):
        log = []
        for p in [p for p in self.inside if p.goal == self.floor]:
            self.inside.remove(p)
            log.append(f"floor {self.floor}: {p.name} gets out")
        for p in [p for p in waiting if p.start == self.floor]:
            waiting.remove(p)
            self.inside.append(p)
            log.append(f"floor {self.floor}: {p.name} gets in")
        if self.floor == self.storeys - 1:
            self.direction = -1
        elif self.floor == 0:
            self.direction = 1
        self.floor += self.direction * self.speed
        return log


def simulate(lift, waiting, limit=50):
    ticks = 0
    while (waiting or lift.inside) and ticks < limit:
        for line in lift.step(waiting):
            print(f"{ticks:>2}  {line}")
        ticks += 1
    return ticks


def main():
    waiting = [
        Passenger("Ada", 0, 4),
        Passenger("Bruno", 2, 0),
        Passenger("Chen", 3, 1),
    ]
    lift = Lift(storeys=5)
    ticks = simulate(lift, waiting)
    print("everybody home after", ticks, "ticks")


if __name__ == "__main__":
    main()
