"""The jugs of a kitchen by what they hold."""
# fails: TypeError at line 14
# prints: 1 2
class Jug:
    def __init__(self, litres):
        self.litres = litres

    def volume(self):
        return self.litres


JUGS = [Jug(2), Jug(1)]
# the smallest first
smallest = sorted(JUGS, key=lambda jug: jug.volume)
print(*[jug.litres for jug in smallest])
