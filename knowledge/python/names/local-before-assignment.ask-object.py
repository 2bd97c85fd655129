"""A counter."""
# fails: UnboundLocalError at line 9
# prints: 1
class Counter:
    def __init__(self):
        self.count = 0

    def add(self):
        count += 1  # one more
        return count


print(Counter().add())
