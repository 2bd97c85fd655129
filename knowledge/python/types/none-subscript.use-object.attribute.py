"""A pile of cards that is turned round before it is dealt."""
# fails: TypeError at line 10
# prints: ['c', 'b']


class Pile:
    def __init__(self, cards):
        self.cards = cards.reverse()  # the last one is dealt first
    def deal(self, count):
        return self.cards[:count]


print(Pile(["a", "b", "c"]).deal(2))
