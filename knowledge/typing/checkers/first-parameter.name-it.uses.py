"""A basket whose methods speak of self, and one whose class is called self."""
# run: ruff check --isolated --select N804,N805 {file}
# needs: ruff
# fails: N804 at line 12


class Basket:
    def __init__(self, items):
        self.items = items

    @classmethod
    def of(self, *items):
        return self(list(items))  # a new one


print(Basket.of("pears").items)
