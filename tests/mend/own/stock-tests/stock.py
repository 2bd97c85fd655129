"""Stock of a small warehouse."""


class OutOfStock(Exception):
    pass


class Stock:
    def __init__(self):
        self._on_hand = {}
        self._reserved = {}

    def receive(self, sku, count):
        if count <= 0:
            raise ValueError("count must be positive")
        self._on_hand[sku] = self._on_hand.get(sku, 0) + count

    def available(self, sku):
        return self._on_hand.get(sku, 0) - self._reserved.get(sku, 0)

    def reserve(self, sku, count):
        if count > self.available(sku):
            raise OutOfStock(sku)
        self._reserved[sku] = self._reserved.get(sku, 0) + count

    def ship(self, sku, count):
        self._reserved[sku] -= count
        self._on_hand[sku] -= count
