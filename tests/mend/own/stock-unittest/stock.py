"""Stock of a small shop."""


class OutOfStock(Exception):
    pass


class Stock:
    def __init__(self):
        self._pieces = {}

    def receive(self, article, pieces):
        self._pieces[article] = self._pieces.get(article, 0) + pieces

    def sell(self, article, pieces=1):
        have = self._pieces.get(article, 0)
        if have < pieces:
            raise OutOfStock(f"{article}: only {have} left")
        self._pieces[article] = have - pieces
        return self._pieces[article]

    def low(self, limit=3):
        return sorted(a for a, n in self._pieces.items() if n < limit)
