"""A jar of sweets with a lid."""


class LidClosed(Exception):
    pass


class Jar:
    def __init__(self, capacity):
        self.capacity = capacity
        self.sweets = []
        self.open = False

    def put(self, *sweets):
        if not self.open:
            raise LidClosed
        room = self.capacity - len(self.sweets)
        self.sweets.extend(sweets[:room])
        return len(sweets[:room])

    def take(self):
        if not self.open:
            raise LidClosed
        return self.sweets.pop()
