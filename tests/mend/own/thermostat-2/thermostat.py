class Thermostat:
    """A room thermostat. The target is kept between MIN and MAX."""

    MIN = 5.0
    MAX = 28.0

    def __init__(self, room, target=20.0):
        self.room = room
        self._target = target
        self._history = []

    @property
    def target(self):
        return self._target

    @target.setter
    def target(self, value):
        value = max(self.MIN, min(self.MAX, float(value)))
        self._history.append((self._target, value))
        self.target = value

    @property
    def target_f(self):
        return self._target * 9 / 5 + 32

    @target_f.setter
    def target_f(self, value):
        self.target = (value - 32) * 5 / 9

    def heating(self, measured):
        return measured < self._target - 0.5

    def changes(self):
        return ["%.1f -> %.1f" % pair for pair in self._history]


def demo():
    hall = Thermostat("hall")
    hall.target = 40
    print(hall.room, "target", hall.target)
    hall.target_f = 71.6
    print(round(hall.target_f, 1), "F")
    print("heating:", hall.heating(18.2))
    for line in hall.changes():
        print("  ", line)


if __name__ == "__main__":
    demo()
