"""A class whose heads have no colons."""
# fails: SyntaxError at line 6
# prints: 3 sold


class Shop
    def __init__(self):
        self.sold = 0

    def sell(self, count)
        self.sold += count


shop = Shop()
shop.sell(3)
print(shop.sold, "sold")
