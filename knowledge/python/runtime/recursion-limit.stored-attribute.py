"""A price that is never negative."""
# fails: RecursionError at line 12
# prints: 0
class Item:
    def __init__(self, price):
        self.price = price
    @property
    def price(self):
        return self._price
    @price.setter
    def price(self, value):
        self.price = max(0, value)  # no gifts
print(Item(-3).price)
