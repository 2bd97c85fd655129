"""Two lists of things to buy."""
# fails: AssertionError at line 9
# prints: ok
class Basket:
    def __init__(self, things=[]):
        self.things = things
first, second = Basket(), Basket()
first.things.append("tea")
assert second.things == []
print("ok")
