"""Simulation of a room thermostat with hysteresis.

Written for the building-physics practical, sheet 3.
"""
import math


class Room:
    """A room that loses heat to the outside."""

    def __init__(self, temperature, loss=0.04):
        self.temperature = temperature
        self.loss = loss

    def step(self, outside, heating_power):
        self.temperature += heating_power - self.loss * (self.temperature - outside)


class Thermostat:
    LOWEST = 5.0
    HIGHEST = 28.0

    def __init__(self, room, target=20.0, hysteresis=0.5):
        self.room = room
        self.hysteresis = hysteresis
        self.target = target
        self.heating = False

    @property
    def target(self):
        """Wanted temperature, kept within what the boiler allows."""
        return self.target

    @target.setter
    def target(self, value):
        if math.isnan(value):
            raise ValueError("target must be a number")
        self.target = min(max(value, self.LOWEST), self.HIGHEST)

    @property
    def error(self):
        return self.target - self.room.temperature

    def control(self):
        if self.error > self.hysteresis:
            self.heating = True
        elif self.error < -self.hysteresis:
            self.heating = False
        return 1.2 if self.heating else 0.0


def outside_temperature(minute):
    return 4 + 3 * math.sin(2 * math.pi * minute / 1440)


def simulate(thermostat, minutes):
    heated = 0
    for minute in range(minutes):
        power = thermostat.control()
        heated += power > 0
        thermostat.room.step(outside_temperature(minute), power)
    return heated


if __name__ == "__main__":
    room = Room(temperature=16.0)
    thermostat = Thermostat(room, target=21.0)
    heated = simulate(thermostat, 300)
    print("target", thermostat.target)
    print("room within one degree:", abs(thermostat.error) < 1.0)
    print("heating steps:", heated)
    thermostat.target = 40
    print("40 degrees is clamped to", thermostat.target)
