"""Devices of the house and what they are doing."""


class Device:
    kind = "device"

    def __init__(self, name, room):
        self.name = name
        self.room = room
        self.on = False
        self.history = []

    def switch(self, on=True):
        self.on = on
        self.history.append("on" if on else "off")

    def describe(self):
        return self.kind + (", on" if self.on else "")


class Lamp(Device):
    kind = "lamp"

    def __init__(self, name, room, watts=9):
        super().__init__(name, room)
        self.watts = watts

    def power(self):
        return self.watts if self.on else 0


class Thermostat(Device):
    kind = "thermostat"

    def __init__(self, name, room, target=19.0):
        self.target = target

    def warmer(self, step=0.5):
        self.target += step
        self.history.append(f"target {self.target}")

    def describe(self):
        return f"{self.kind}, target {self.target}"

    def power(self):
        return 0


class House:
    def __init__(self):
        self.devices = []

    def add(self, device):
        self.devices.append(device)
        return device

    def overview(self):
        for device in sorted(self.devices, key=lambda d: (d.room, d.name)):
            print(f"{device.room}: {device.name} ({device.describe()})")

    def power(self):
        return sum(device.power() for device in self.devices)


house = House()
lamp = house.add(Lamp("ceiling", "hall"))
house.add(Lamp("desk", "study", watts=6))
heater = house.add(Thermostat("heater", "kitchen", target=20.0))

lamp.switch()
heater.warmer()
house.overview()
print("power now:", house.power(), "W")
print(len(house.devices), "devices")
