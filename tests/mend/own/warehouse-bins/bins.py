"""Replays the moves of a day and checks the stock of every bin at the end."""
from collections import defaultdict

MOVES = [
    # time, from, to, pieces
    ("07:10", "gate", "A1", 120),
    ("07:25", "gate", "A2", 60),
    ("08:02", "A1", "packing", 45),
    ("08:40", "A2", "packing", 40),
    ("09:15", "A1", "A2", 30),
    ("10:05", "A1", "packing", 48),
    ("10:50", "A2", "packing", 22),
]
OUTSIDE = {"gate", "packing"}


class Warehouse:
    def __init__(self):
        self.bins = defaultdict(int)

    def move(self, source, target, pieces):
        assert pieces > 0, "a move needs pieces"
        if source not in OUTSIDE:
            self.bins[source] -= pieces
        if target not in OUTSIDE:
            self.bins[target] += pieces

    def check(self):
        for name, pieces in self.bins.items():
            assert pieces >= 0, f"bin {name} holds {pieces} pieces"


def main():
    w = Warehouse()
    for time, source, target, pieces in MOVES:
        w.move(source, target, pieces)
    w.check()
    for name in sorted(w.bins):
        print(name, w.bins[name])


if __name__ == "__main__":
    main()
