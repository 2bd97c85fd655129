"""A shop's prices with its own tax."""
# fails: TypeError at line 13
# prints: 24.0
class Shop:
    def __init__(self, tax):
        self.tax = tax

    @staticmethod
    def price(self, net):
        return net * self.tax  # gross


print(Shop(1.2).price(20))
