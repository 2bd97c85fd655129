"""What a flight costs; the tax depends on the country since a while."""
# fails: TypeError at line 18
# prints: 120
class Flight:
    def __init__(self, price, country):
        self.price = price
        self.country = country


TAXES = {"AT": 20}


def taxed(price, country):
    return price + TAXES[country]


def total(flight):
    return taxed(flight.price)  # the tax is in


print(total(Flight(100, "AT")))
