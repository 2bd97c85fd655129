"""Model of a heating thermostat, for trying out controller settings."""

from enum import Enum


class Mode(Enum):
    OFF = "off"
    ECO = "eco"
    COMFORT = "comfort"


class Thermostat:
    """Keeps a room between two temperatures.

    The target is clamped to what the boiler can do; the mode shifts it.
    """

    MIN_TARGET = 5.0
    MAX_TARGET = 28.0
    SHIFT = {Mode.OFF: -10.0, Mode.ECO: -2.0, Mode.COMFORT: 0.0}

    def __init__(self, target=20.0, hysteresis=0.5):
        self._mode = Mode.COMFORT
        self._hysteresis = hysteresis
        self._heating = False
        self.target = target

    @property
    def mode(self):
        return self._mode

    @mode.setter
    def mode(self, value):
        self._mode = Mode(value)

    @property
    def target(self):
        """Wanted temperature in °C, before the shift of the mode."""
        return self._target

    @target.setter
    def target(self, value):
        value = float(value)
        self.target = min(self.MAX_TARGET, max(self.MIN_TARGET, value))

    @property
    def effective(self):
        return max(self.MIN_TARGET, self.target + self.SHIFT[self.mode])

    def update(self, measured):
        """Tell it the measured temperature; says whether to heat now."""
        if measured < self.effective - self._hysteresis:
            self._heating = True
        elif measured > self.effective + self._hysteresis:
            self._heating = False
        return self._heating


class Room:

    def __init__(self, temperature, outside, loss=0.08, power=1.6):
        self.temperature = temperature
        self.outside = outside
        self.loss = loss
        self.power = power

    def tick(self, heating):
        self.temperature -= self.loss * (self.temperature - self.outside)
        if heating:
            self.temperature += self.power


def simulate(thermostat, room, schedule, ticks):
    heated = 0
    for tick in range(ticks):
        if tick in schedule:
            thermostat.mode = schedule[tick]
        heating = thermostat.update(room.temperature)
        heated += heating
        room.tick(heating)
    return heated


def main():
    thermostat = Thermostat(target=31)
    print("target clamped to", thermostat.target)
    thermostat.target = 19
    room = Room(temperature=15.0, outside=4.0)
    heated = simulate(thermostat, room, {30: "eco", 60: "off"}, 90)
    print("mode at the end:", thermostat.mode.value)
    print("effective target:", thermostat.effective)
    print(f"heated in {heated} of 90 ticks, room at {room.temperature:.1f}")


if __name__ == "__main__":
    main()
