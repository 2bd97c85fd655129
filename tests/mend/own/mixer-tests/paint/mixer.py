"""Mix paints from parts given in litres."""


class Mix:
    def __init__(self):
        self.parts = {}

    def add(self, colour, litres):
        self.parts[colour] = self.parts.get(colour, 0) + litres
        return self

    def volume(self):
        return sum(self.parts.values())

    def share(self, colour):
        return self.parts.get(colour, 0) / self.volume()
