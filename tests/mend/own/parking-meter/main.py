import math


class ParkingMeter:
    """Charges by the started half hour, each zone has its own rate."""

    def __init__(self, rates, daily_max=12):
        self.rates = rates
        self.daily_max = daily_max
        self.takings = 0

    def half_hours(self, minutes):
        return math.ceil(minutes / 30)

    def price(self, zone, minutes):
        amount = rates[zone] * self.half_hours(minutes)
        return min(amount, self.daily_max)

    def pay(self, zone, minutes):
        amount = self.price(zone, minutes)
        self.takings += amount
        return amount


def simulate():
    meter = ParkingMeter({"blue": 0.75, "red": 1.5, "green": 0.25})
    stays = [("blue", 95), ("red", 61), ("green", 120)]
    for zone, minutes in stays:
        amount = meter.pay(zone, minutes)
        print("%s zone, %d min: %.2f" % (zone, minutes, amount))
    print("takings: %.2f" % meter.takings)


simulate()
