"""What all baskets hold, counted in two steps."""
# fails: TypeError at line 13
# prints: 5
class Basket:
    def __init__(self, apples):
        self.apples = apples

    def count(self):
        return self.apples


counts = [basket.count for basket in (Basket(2), Basket(3))]  # each
print(sum(counts))
