"""A child with toys."""
# fails: NameError at line 8
# prints: ['car']
class Child:
    def __init__(self):
        self.toys = []
        # the first one is a present
        add_toy(self, "car")

    def add_toy(self, toy):
        self.toys.append(toy)


print(Child().toys)
