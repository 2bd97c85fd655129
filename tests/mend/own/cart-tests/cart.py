class Cart:
    """A shopping cart; prices in cents."""

    def __init__(self):
        self.items = {}

    def add(self, name, price, count=1):
        if count < 1:
            raise ValueError("count must be positive")
        old = self.items.get(name, (price, 0))
        self.items[name] = (price, old[1] + count)

    def remove(self, name):
        del self.items[name]

    def total(self):
        return sum(price * count for price, count in self.items.values())

    def __len__(self):
        return sum(count for _, count in self.items.values())
