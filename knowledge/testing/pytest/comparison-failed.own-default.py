"""Two lists of things to buy."""
# needs: pytest
# run: pytest -q {file}
# fails: AssertionError at line 11
class Basket:
    def __init__(self, things=[]):
        self.things = things
def test_baskets():
    first, second = Basket(), Basket()
    first.things.append("tea")
    assert second.things == []
