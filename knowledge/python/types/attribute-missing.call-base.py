"""A base class that is not initialised."""
# fails: AttributeError at line 15
# prints: ['pen']
class Box:
    def __init__(self):
        self.items = []


class Gift(Box):
    def __init__(self, name):
        # who gets it
        self.name = name

    def add(self, item):
        self.items.append(item)
        return self.items


print(Gift("Ann").add("pen"))
