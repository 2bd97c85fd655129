"""A class whose __init__ has one underscore too few on each side."""
# fails: AttributeError at line 10
# prints: 0
class Counter:
    def _init_(self):
        self.count = 0  # nothing yet


counter = Counter()
print(counter.count)
