class Sensor:
    def __init__(self, name, unit):
        self.name = name
        self.unit = unit
        self.readings = []

    def record(self, value):
        self.readings.append(value)

    @property
    def last(self):
        return self.readings[-1] if self.readings else None

    def __str__(self):
        return f"{self.name}: {len(self.readings)} readings, last {self.last} {self.unit}"


class ThresholdSensor(Sensor):
    """A sensor which raises an alarm above a limit."""

    def __init__(self, name, unit, limit):
        self.limit = limit
        self.alarms = []

    def record(self, value):
        super().record(value)
        if value > self.limit:
            self.alarms.append(f"ALARM {self.name} {value} {self.unit}")
